import { originBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import type { KeptEntity, KeptHolding } from './keptEntities.ts';
import { readRecordsHeld } from './readRecords.ts';
import type { Sight } from './sight.ts';

const holdings = flatSelect(
  ['asked.value', `hk % ${originBits}`, orNull('first'), orNull('last')],
  `FROM json_each(?1) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}`,
);
const holdingBytes = 90;
const recordBytes = 350;
const valueBytes = 450;

/** Learns in one go what all origins hold about these entities, which are no hubs: when first and last, no records. */
export function learnHoldings(sight: Sight, entities: readonly KeptEntity[]): void {
  const missing = entities.filter((entity) => entity.holdings === null);
  if (missing.length === 0) return;
  const found = new Map<number, KeptHolding[]>(missing.map(({ e }) => [e, []]));
  const cells = readFlat<number | null>(sight.at.db, holdings, [JSON.stringify([...found.keys()])]);
  for (let at = 0; at < cells.length; at += 4)
    found
      .get(cells[at]!)!
      .push({ o: cells[at + 1]!, first: cells[at + 2]!, last: cells[at + 3]!, records: null, isPointing: null });
  for (const entity of missing) {
    entity.holdings = found.get(entity.e)!;
    sight.at.entities.grow(entity, entity.holdings.length * holdingBytes);
  }
}

/** Learns in one go the records behind these holdings. */
export function learnRecords(
  sight: Sight,
  wanted: readonly { readonly entity: KeptEntity; readonly holding: KeptHolding }[],
): void {
  const missing = wanted.filter(({ holding }) => holding.records === null);
  if (missing.length === 0) return;
  const keys = missing.map(({ entity, holding }) => entity.e * originBits + holding.o);
  const records = readRecordsHeld(sight, keys);
  for (const [i, { entity, holding }] of missing.entries()) {
    holding.records = records.get(keys[i]!) ?? [];
    let bytes = 0;
    for (const { properties } of holding.records) {
      bytes += recordBytes;
      for (const { values } of properties) bytes += values.length * valueBytes;
    }
    sight.at.entities.grow(entity, bytes);
  }
}
