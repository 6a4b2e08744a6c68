import type { PathQuestion, Step } from './findPaths.ts';

/** What one end of a path search has reached. */
export interface GrowingSide {
  /** Levels read: entities nearer than this are known with all their steps. */
  readonly depth: number;
  readonly frontier: readonly string[];
  /** Generic entities met, with their distance from this end. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Reads one more level. False when the budget ended before or in the midst of it. */
  grow(): Promise<boolean>;
}

export interface Growing<S extends Step> {
  readonly question: Pick<PathQuestion<S>, 'from' | 'to' | 'throughGeneric' | 'steps'>;
  /** Steps read so far, in both directions: from, to, step. */
  readonly known: Map<string, Map<string, S>>;
  readonly budget: { steps: number };
  pace(): Promise<void> | undefined;
  isLate(): boolean;
}

/** Entities asked about in one read of the store: none of them has very many neighbours. */
const batch = 50;

export function growFrom<S extends Step>(end: string, { question, known, budget, pace, isLate }: Growing<S>): GrowingSide {
  const seen = new Set([end]);
  const skipped = new Map<string, number>();
  /** Generic entities that may be walked through, and the end itself: each may have so many neighbours that it is read alone. */
  const large = new Set([end]);
  let frontier: string[] = [end];
  let depth = 0;

  function walk(step: S, next: string[]): void {
    const { from, to } = step;
    const isEnd = to === question.from || to === question.to;
    if (step.toIsGeneric && !question.throughGeneric && !isEnd) {
      if (!skipped.has(to)) skipped.set(to, depth + 1);
      return;
    }
    put(known, from, to, step);
    put(known, to, from, step);
    if (seen.has(to)) return;
    seen.add(to);
    next.push(to);
    if (step.toIsGeneric) large.add(to);
  }

  return {
    get depth() {
      return depth;
    },
    get frontier() {
      return frontier;
    },
    skipped,
    async grow() {
      const next: string[] = [];
      for (const ids of batchesOf(frontier, large)) {
        if (budget.steps <= 0 || isLate()) return false;
        const steps = await question.steps(ids);
        budget.steps -= steps.length;
        for (const step of steps) {
          walk(step, next);
          await pace();
        }
      }
      frontier = next;
      depth++;
      return true;
    },
  };
}

function batchesOf(ids: readonly string[], large: ReadonlySet<string>): string[][] {
  const batches = ids.filter((id) => large.has(id)).map((id) => [id]);
  const small = ids.filter((id) => !large.has(id));
  for (let at = 0; at < small.length; at += batch) batches.push(small.slice(at, at + batch));
  return batches;
}

function put<S extends Step>(known: Map<string, Map<string, S>>, from: string, to: string, step: S): void {
  const steps = known.get(from) ?? new Map<string, S>();
  known.set(from, steps);
  steps.set(to, step);
}
