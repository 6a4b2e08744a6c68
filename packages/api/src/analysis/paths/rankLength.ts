import TinyQueue from 'tinyqueue';
import type { Levels } from './levels.ts';
import type { LocalGraph } from './localGraph.ts';

export interface LengthRanking {
  readonly graph: LocalGraph;
  readonly near: Levels;
  readonly from: number;
  readonly to: number;
  /** Exact number of steps. */
  readonly length: number;
  readonly count: number;
  /** In the order of public ids; by local numbers. */
  compareIds(a: number, b: number): number;
  /** Counted down for every partial path that is made. */
  readonly work: { partial: number };
  isOver(): boolean;
}

interface Partial {
  readonly locals: readonly number[];
  /** Oldest step so far. */
  readonly weakest: number;
  /** No completion's weakest step is newer than this. */
  readonly bound: number;
}

/**
 * The best simple paths of exactly one length by local numbers, best first: the same order as `rankPaths`, which says why,
 * over a local graph. `isCut`: a bound was reached before all were known.
 */
export function rankLength(ranking: LengthRanking): { readonly paths: (readonly number[])[]; readonly isCut: boolean } {
  const { graph, from, to, length, count, work } = ranking;
  const reach = reachOf(ranking);
  const found: (readonly number[])[] = [];
  const start = reach[length]?.[from];
  if (start === undefined || Number.isNaN(start)) return { paths: found, isCut: reach.length <= length };
  const queue = new TinyQueue<Partial>([{ locals: [from], weakest: Infinity, bound: start }], (a, b) => compare(ranking, a, b));
  for (let best = queue.pop(); best && found.length < count; best = queue.pop()) {
    const at = best.locals.at(-1)!;
    if (at === to) {
      found.push(best.locals);
      continue;
    }
    if (ranking.isOver()) return { paths: found, isCut: true };
    const rest = reach[length - best.locals.length]!;
    for (let step = graph.firstStep(at); step >= 0; step = graph.nextStep(step)) {
      const next = graph.stepTo(step);
      const beyond = rest[next]!;
      if (Number.isNaN(beyond) || best.locals.includes(next)) continue;
      if (work.partial-- <= 0) return { paths: found, isCut: true };
      const weakest = Math.min(best.weakest, graph.stepTime(step));
      queue.push({ locals: [...best.locals, next], weakest, bound: Math.min(weakest, beyond) });
    }
  }
  return { paths: found, isCut: false };
}

/**
 * For each number of steps left, the newest weakest step of a walk of so many steps to `to`; NaN where there is none.
 * Entities too far from `from` to stand at that place of a path are left out. Shorter than asked when time ran out.
 */
function reachOf({ graph, near, from, to, length, isOver }: LengthRanking): Float64Array[] {
  const none = (): Float64Array => new Float64Array(graph.entities.length).fill(NaN);
  const reach = [none()];
  reach[0]![to] = Infinity;
  let members = [to];
  for (let left = 1; left <= length; left++) {
    if (isOver()) return reach;
    const known = reach[left - 1]!;
    const further = none();
    const next: number[] = [];
    const place = length - left;
    const isBounded = near.knows(place);
    for (const local of members)
      for (let step = graph.firstStep(local); step >= 0; step = graph.nextStep(step)) {
        const other = graph.stepTo(step);
        if (other === to || (other === from) !== (left === length)) continue;
        if (isBounded && near.distance(other) > place) continue;
        const bottleneck = Math.min(known[local]!, graph.stepTime(step));
        const before = further[other]!;
        if (Number.isNaN(before)) next.push(other);
        if (!(before >= bottleneck)) further[other] = bottleneck;
      }
    reach.push(further);
    members = next;
  }
  return reach;
}

function compare({ compareIds }: LengthRanking, a: Partial, b: Partial): number {
  if (a.bound !== b.bound) return a.bound > b.bound ? -1 : 1;
  for (let i = 0; i < a.locals.length && i < b.locals.length; i++)
    if (a.locals[i] !== b.locals[i]) return compareIds(a.locals[i]!, b.locals[i]!);
  return a.locals.length - b.locals.length;
}
