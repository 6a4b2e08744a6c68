import type { WorldDescription } from '@linchpin/api/src/features/generate/describeWorld.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { foldWords } from '@linchpin/schema';
import type { Scopes } from './scopes.ts';

/** What the questions are asked about: entities that are there and can be seen. */
export interface Asked {
  /** Of about ten neighbours, seen by broad. */
  readonly small: readonly string[];
  /** Any, seen by broad. */
  readonly some: readonly string[];
  /** Most links first. */
  readonly hubs: readonly string[];
  /** Folded words of people's names whom broad sees. */
  readonly names: readonly (readonly string[])[];
}

/** @throws Error where the store does not hold the world */
export async function findAsked(graph: GraphStore, world: WorldDescription, { all, broad }: Scopes): Promise<Asked> {
  const found: { readonly id: string; readonly name: string | null }[] = [];
  for (const { key, name } of world.samples) {
    const [id] = (await graph.lookup(all, [key])).entityIds;
    if (id !== undefined) found.push({ id, name });
  }
  const hubs: string[] = [];
  for (const { key } of world.hubs) hubs.push(...(await graph.lookup(all, [key])).entityIds.slice(0, 1));
  if (hubs.length === 0 || found.length < world.samples.length / 2)
    throw new Error(`Of ${world.samples.length} samples ${found.length} are there, of ${world.hubs.length} hubs ${hubs.length}`);
  const seen = new Set<string>();
  const small: string[] = [];
  for (let from = 0; from < found.length; from += 500) {
    const ids = found.slice(from, from + 500).map(({ id }) => id);
    const [views, totals] = [await graph.entities(broad, ids), await graph.neighbourTotals(all, ids)];
    for (const [at, id] of ids.entries()) {
      if (!views[at]) continue;
      seen.add(id);
      if (totals[at]! >= 5 && totals[at]! <= 16) small.push(id);
    }
  }
  const names = found.filter(({ id, name }) => name !== null && seen.has(id)).map(({ name }) => foldWords(name!));
  return { small: [...new Set(small)], some: [...seen], hubs, names: names.filter((words) => words.length > 1) };
}
