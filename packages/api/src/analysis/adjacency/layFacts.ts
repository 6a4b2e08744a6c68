import type { FactChunk } from '../../store/ports/adjacencyFeed.ts';
import { emptyFacts, type FactColumns } from './columns.ts';
import type { EntityTable } from './entityTable.ts';

/** Lays facts out by entity. Those of entities that the table does not know are left out. */
export function layFacts(table: EntityTable, chunks: readonly FactChunk[]): FactColumns {
  const numbers = chunks.map(({ refs }) => Int32Array.from(refs, (ref) => table.ofRef(ref)));
  const total = numbers.reduce((sum, known) => sum + known.filter((number) => number >= 0).length, 0);
  const facts = emptyFacts(table.count, total);
  const { starts } = facts;
  for (const known of numbers) for (const number of known) if (number >= 0) starts[number + 1]!++;
  for (let entity = 0; entity < table.count; entity++) starts[entity + 1]! += starts[entity]!;
  const next = starts.slice(0, table.count);
  for (const [index, { origins, flags, adultFrom, earliest }] of chunks.entries())
    for (const [at, number] of numbers[index]!.entries()) {
      if (number < 0) continue;
      const place = next[number]!++;
      facts.origins[place] = origins[at]!;
      facts.flags[place] = flags[at]!;
      facts.adultFrom[place] = adultFrom[at]!;
      facts.earliest[place] = earliest[at]!;
    }
  return facts;
}
