import { mostSkippedGeneric, type PathQuestion, type PathsFound } from '../../model/pathSearch.ts';
import { codesOf, type ScopeSight } from '../adjacency/scopeSight.ts';
import { Levels } from './levels.ts';
import { LocalGraph, type Walking } from './localGraph.ts';
import { rankLength } from './rankLength.ts';

export interface SearchBudget {
  /** Steps held, both directions. */
  readonly steps: number;
  readonly partial: number;
  /** Milliseconds from now. */
  readonly time: number;
}

export const searchBudget: SearchBudget = { steps: 2_000_000, partial: 100_000, time: 1_000 };

/**
 * The k shortest simple paths between two entities in one scope: what `findPaths` answers over the store's `neighbours`.
 * Both ends grow level by level, the smaller first. Null: one of the ends is not in the adjacency.
 */
export function searchAdjacency(
  { sight, places, budget = searchBudget }: { sight: ScopeSight; places: Int32Array; budget?: SearchBudget },
  { from, to, maxHops, count, throughGeneric, linkKinds }: PathQuestion,
): PathsFound | null {
  const { table, names } = sight.adjacency;
  const ends = [table.find(from), table.find(to)] as const;
  if (ends[0] < 0 || ends[1] < 0) return null;
  const walking: Walking = { sight, wanted: codesOf(names, linkKinds), throughGeneric, ends, places };
  const graph = new LocalGraph(walking);
  try {
    const [start, end] = [graph.meet(ends[0]), graph.meet(ends[1])];
    const near = new Levels(graph, start);
    const far = new Levels(graph, end);
    const isOver = overBudget(graph, budget);
    const work = { partial: budget.partial };
    const paths: (readonly number[])[] = [];
    let isCut = false;
    for (let length = 1; length <= maxHops && paths.length < count && start !== end && !isCut; length++) {
      isCut = !growBoth(near, far, { length, isOver });
      if (isCut) break;
      const compareIds = (a: number, b: number): number => table.compare(graph.entities[a]!, graph.entities[b]!);
      const asked = { graph, near, from: start, to: end, length, count: count - paths.length, work, compareIds, isOver };
      const ranked = rankLength(asked);
      paths.push(...ranked.paths);
      isCut = ranked.isCut;
    }
    return {
      paths: paths.map((locals) =>
        pathOf(
          walking,
          locals.map((local) => graph.entities[local]!),
        ),
      ),
      isLimitReached: isCut,
      skippedGeneric: nearestSkipped(sight, near, far),
    };
  } finally {
    graph.release();
  }
}

/** False when a bound was reached before all paths of this length were known. */
function growBoth(near: Levels, far: Levels, { length, isOver }: { length: number; isOver: () => boolean }): boolean {
  while (near.depth + far.depth < length) {
    // A side with nothing left to grow knows all it can reach: the paths of any length lie in it.
    if (near.frontier.length === 0 || far.frontier.length === 0) return true;
    const side = near.frontier.length <= far.frontier.length ? near : far;
    if (!side.grow(isOver)) return false;
  }
  return true;
}

/** Looks at the clock now and then only. */
function overBudget(graph: LocalGraph, { steps, time }: SearchBudget): () => boolean {
  const deadline = performance.now() + time;
  let asked = 0;
  let isLate = false;
  return () => {
    if (++asked % 64 === 0) isLate ||= performance.now() > deadline;
    return isLate || graph.steps > steps;
  };
}

function pathOf({ sight, wanted }: Walking, entities: readonly number[]): PathsFound['paths'][number] {
  const { table } = sight.adjacency;
  const steps = entities.slice(1).map((entity, place) => sight.stepBetween(entities[place]!, entity, wanted));
  return { ids: entities.map((entity) => table.idOf(entity)), steps };
}

function nearestSkipped({ adjacency: { table } }: ScopeSight, near: Levels, far: Levels): string[] {
  const depths = new Map(near.skipped);
  for (const [entity, depth] of far.skipped) depths.set(entity, Math.min(depth, depths.get(entity) ?? Infinity));
  return [...depths]
    .sort(([a, m], [b, n]) => m - n || table.compare(a, b))
    .slice(0, mostSkippedGeneric)
    .map(([entity]) => table.idOf(entity));
}
