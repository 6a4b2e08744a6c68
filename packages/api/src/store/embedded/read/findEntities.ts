import { originBits } from '../interning.ts';
import type { Reading } from './context.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import type { OtherEnd } from './readRows.ts';
import { seen } from './seen.ts';

const columns = [
  'entity.e',
  "ifnull(redirect, 'null')",
  quoted('entity.id'),
  'guard',
  'ifnull(version, -1)',
  'ifnull(epoch, -1)',
];
const rest = 'LEFT JOIN hub ON hub.e = entity.e';
const byIds = flatSelect(
  ['asked.key', ...columns],
  `FROM json_each(?1) AS asked CROSS JOIN entity ON entity.id = asked.value ${rest}`,
);
const byNumber = flatSelect(['0', ...columns], `FROM entity ${rest} WHERE entity.e = ?1`);
const held = `SELECT group_concat(asked.value) FROM json_each(?2) AS asked
  WHERE EXISTS (SELECT 1 FROM holding WHERE hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
    AND ${seen(`hk % ${originBits}`)})`;

type Cells = [number, number, number | null, string, number, number, number];

/** Entities by their place among the public ids asked, merged-away ids followed. `meet` is told of each. */
export function readEntities(at: Reading, ids: readonly string[], meet: (entity: OtherEnd) => void): Map<number, number> {
  const found = new Map<number, number>();
  const cells = readFlat<number | string | null>(at.db, byIds, [JSON.stringify(ids)]);
  for (let from = 0; from < cells.length; from += columns.length + 1) {
    let entity = cells.slice(from, from + columns.length + 1) as Cells;
    const key = entity[0];
    while (entity[2] !== null) entity = readFlat(at.db, byNumber, [entity[2]]) as Cells;
    const [, e, , id, guard, version, epoch] = entity;
    found.set(key, e);
    meet({ e, id, isGuarded: guard === 1, hub: version < 0 ? null : { version, epoch } });
  }
  return found;
}

/** Those of the entities that an origin in sight holds something about. */
export function readVisible(at: Reading, bytes: Buffer, entities: readonly number[]): number[] {
  return entities.length === 0 ? [] : readFlat<number>(at.db, held, [bytes, JSON.stringify(entities)]);
}
