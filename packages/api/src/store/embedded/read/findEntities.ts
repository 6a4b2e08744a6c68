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
  `EXISTS (SELECT 1 FROM holding WHERE hk BETWEEN entity.e * ${originBits} AND entity.e * ${originBits} + ${originBits - 1}
     AND ${seen(`hk % ${originBits}`)})`,
];
const rest = 'LEFT JOIN hub ON hub.e = entity.e';
const byIds = flatSelect(
  ['asked.key', ...columns],
  `FROM json_each(?2) AS asked CROSS JOIN entity ON entity.id = asked.value ${rest}`,
);
const byNumber = flatSelect(['0', ...columns], `FROM entity ${rest} WHERE entity.e = ?2`);

type Cells = [number, number, number | null, string, number, number, number, number];

/** Visible entities of public ids in their order, merged-away ids followed; null for what is not there or not seen. */
export function findEntities(
  at: Reading,
  { bytes, ids, meet }: { readonly bytes: Buffer; readonly ids: readonly string[]; readonly meet: (entity: OtherEnd) => void },
): (number | null)[] {
  const found: (number | null)[] = ids.map(() => null);
  const cells = readFlat<number | string | null>(at.db, byIds, [bytes, JSON.stringify(ids)]);
  for (let from = 0; from < cells.length; from += columns.length + 1) {
    let entity = cells.slice(from, from + columns.length + 1) as Cells;
    const key = entity[0];
    while (entity[2] !== null) entity = readFlat(at.db, byNumber, [bytes, entity[2]]) as Cells;
    const [, e, , id, guard, version, epoch, isSeen] = entity;
    if (isSeen === 0) continue;
    found[key] = e;
    meet({ e, id, isGuarded: guard === 1, hub: version < 0 ? null : { version, epoch } });
  }
  return found;
}
