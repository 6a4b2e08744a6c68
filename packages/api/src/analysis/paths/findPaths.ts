import { growFrom, type GrowingSide } from './growSide.ts';
import { pacing } from './pace.ts';
import { rankPaths, type FoundPath } from './rankPaths.ts';

/** One step that may be walked, whatever the direction of its links. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly toIsGeneric: boolean;
  /** Newest of the parallel bundles; null: undated. */
  readonly lastSeen: number | null;
}

export interface PathQuestion<S extends Step> {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly count: number;
  readonly throughGeneric: boolean;
  /** All steps from each of the entities. */
  steps(ids: readonly string[]): Promise<readonly S[]>;
  /** Bound on steps read from the store, on partial paths made, and on time. */
  readonly mostSteps?: number;
  readonly mostPartial?: number;
  /** Milliseconds. */
  readonly mostTime?: number;
}

export interface PathAnswer<S extends Step> {
  readonly paths: readonly FoundPath<S>[];
  readonly isLimitReached: boolean;
  /** Generic entities met and not walked through, nearest first, then by id. */
  readonly skippedGeneric: readonly string[];
}

/**
 * The k shortest simple paths between two entities. Shortest first; of the same length the one whose weakest step
 * (the oldest) is newest, then by ids. Both ends grow level by level, the smaller first: after a levels on one side
 * and b on the other every path of a + b steps lies in what is known, and nothing longer is looked at before.
 */
export async function findPaths<S extends Step>(question: PathQuestion<S>): Promise<PathAnswer<S>> {
  const { from, to, maxHops, count } = question;
  const known = new Map<string, Map<string, S>>();
  const deadline = performance.now() + (question.mostTime ?? 10_000);
  const isLate = (): boolean => performance.now() > deadline;
  const pace = pacing();
  const grow = { question, known, budget: { steps: question.mostSteps ?? 200_000 }, pace, isLate };
  const near = growFrom(from, grow);
  const far = growFrom(to, grow);
  const paths: FoundPath<S>[] = [];
  const work = { partial: question.mostPartial ?? 100_000 };
  let isLimitReached = false;
  for (let length = 1; length <= maxHops && paths.length < count && from !== to; length++) {
    if (!(await growBoth(near, far, length))) {
      isLimitReached = true;
      break;
    }
    const ranked = await rankPaths({ known, from, to, length, count: count - paths.length, work, pace, isLate });
    paths.push(...ranked);
    if (work.partial <= 0 || isLate()) {
      isLimitReached = true;
      break;
    }
  }
  return { paths, isLimitReached, skippedGeneric: nearestSkipped(near, far) };
}

/** False when a bound was reached before all paths of this length were known. */
async function growBoth(near: GrowingSide, far: GrowingSide, length: number): Promise<boolean> {
  while (near.depth + far.depth < length) {
    // A side with nothing left to grow knows all it can reach: the paths of any length lie in it.
    if (near.frontier.length === 0 || far.frontier.length === 0) return true;
    const side = near.frontier.length <= far.frontier.length ? near : far;
    if (!(await side.grow())) return false;
  }
  return true;
}

function nearestSkipped(near: GrowingSide, far: GrowingSide): string[] {
  const depths = new Map<string, number>();
  for (const side of [near, far])
    for (const [id, depth] of side.skipped) depths.set(id, Math.min(depth, depths.get(id) ?? Infinity));
  return [...depths].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)).map(([id]) => id);
}
