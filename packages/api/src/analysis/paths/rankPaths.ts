import TinyQueue from 'tinyqueue';
import type { Step } from './findPaths.ts';

/** A simple path: one entity more than it has steps. */
export interface FoundPath<S extends Step> {
  readonly ids: readonly string[];
  readonly steps: readonly S[];
}

export interface Ranking<S extends Step> {
  readonly known: ReadonlyMap<string, ReadonlyMap<string, S>>;
  readonly from: string;
  readonly to: string;
  /** Exact number of steps. */
  readonly length: number;
  readonly count: number;
  /** Partial paths that may still be made; counted down. At 0 or below, the best may be missing. */
  readonly work: { partial: number };
  /** Called between pieces of the work, so that others have their turn. */
  pace(): Promise<void> | undefined;
  isLate(): boolean;
}

interface Partial<S extends Step> extends FoundPath<S> {
  /** Oldest step so far. */
  readonly weakest: number;
  /** No completion's weakest step is newer than this. */
  readonly bound: number;
}

/**
 * The best simple paths of exactly one length, best first. Best-first search: a partial path is ranked by the newest
 * weakest step that any walk to the end could still have, so that the first whole paths taken are the best ones.
 */
export async function rankPaths<S extends Step>(ranking: Ranking<S>): Promise<FoundPath<S>[]> {
  const { known, from, to, length, count, work } = ranking;
  const reach = await reachOf(ranking);
  const start = reach[length]?.get(from);
  if (start === undefined) return [];
  const found: FoundPath<S>[] = [];
  const queue = new TinyQueue<Partial<S>>([{ ids: [from], steps: [], weakest: Infinity, bound: start }], compare);
  for (let best = queue.pop(); best && found.length < count; best = queue.pop()) {
    await ranking.pace();
    if (ranking.isLate()) return found;
    const at = best.ids.at(-1)!;
    if (at === to) {
      found.push({ ids: best.ids, steps: best.steps });
      continue;
    }
    const rest = reach[length - best.steps.length - 1]!;
    for (const [next, step] of known.get(at) ?? []) {
      const beyond = rest.get(next);
      if (beyond === undefined || best.ids.includes(next)) continue;
      // What is made is held in memory, looked at or not.
      if (work.partial-- <= 0) return found;
      const weakest = Math.min(best.weakest, timeOf(step));
      queue.push({ ids: [...best.ids, next], steps: [...best.steps, step], weakest, bound: Math.min(weakest, beyond) });
    }
  }
  return found;
}

/** For each number of steps left: entities from which a walk of so many steps ends at `to`, with its newest weakest step. */
async function reachOf<S extends Step>({ known, from, to, length, pace }: Ranking<S>): Promise<Map<string, number>[]> {
  const reach = [new Map([[to, Infinity]])];
  for (let left = 1; left <= length; left++) {
    const further = new Map<string, number>();
    for (const [id, weakest] of reach[left - 1]!) {
      await pace();
      for (const [other, step] of known.get(id) ?? []) {
        if (other === to || (other === from) !== (left === length)) continue;
        const bottleneck = Math.min(weakest, timeOf(step));
        const known = further.get(other);
        if (known === undefined || bottleneck > known) further.set(other, bottleneck);
      }
    }
    reach.push(further);
  }
  return reach;
}

function timeOf(step: Step): number {
  return step.lastSeen ?? -Infinity;
}

function compare(a: Partial<Step>, b: Partial<Step>): number {
  if (a.bound !== b.bound) return a.bound > b.bound ? -1 : 1;
  for (let i = 0; i < a.ids.length && i < b.ids.length; i++) if (a.ids[i] !== b.ids[i]) return a.ids[i]! < b.ids[i]! ? -1 : 1;
  return a.ids.length - b.ids.length;
}
