import { greatest } from '../../../model/entityView.ts';
import { ordinalBits, originBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { timeOf } from './presentRows.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const held = flatSelect(
  [
    'asked.value',
    `ifnull((SELECT max(last) FROM holding WHERE hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
       AND ${seen(`hk % ${originBits}`)}), 'null')`,
    'guard',
  ],
  'FROM json_each(?2) AS asked CROSS JOIN entity ON entity.e = asked.value',
);
const occurred = flatSelect(
  ['asked.value', orNull('occurred')],
  `FROM json_each(?2) AS asked CROSS JOIN record ON record.e = asked.value CROSS JOIN report ON report.r = rec / ${ordinalBits}
   WHERE ${seen('record.o')}`,
);

/** When the viewer's newest evidence of visible entities is from; null: never dated. */
export function readLastSeen(sight: Sight, entities: readonly number[]): Map<number, number | null> {
  const found = new Map<number, number | null>();
  if (entities.length === 0) return found;
  const guarded: number[] = [];
  const cells = readFlat<number | null>(sight.at.db, held, [sight.bytes, JSON.stringify(entities)]);
  for (let at = 0; at < cells.length; at += 3) {
    const e = cells[at]!;
    if (cells[at + 2] === 1) guarded.push(e);
    else found.set(e, cells[at + 1]!);
  }
  if (guarded.length > 0) readGuarded(sight, guarded, found);
  return found;
}

/** Holdings know of links that are hidden here: what can be seen is looked through. */
function readGuarded(sight: Sight, entities: readonly number[], found: Map<number, number | null>): void {
  sight.know(entities);
  sight.learnRows(entities);
  for (const e of entities) {
    const { rows, counts } = sight.match(e);
    let last: number | null = null;
    for (let i = 0; i < rows.count; i++) if (counts[i] === 1) last = greatest([last, timeOf(rows.last[i]!)]);
    found.set(e, last);
  }
  const cells = readFlat<number | null>(sight.at.db, occurred, [sight.bytes, JSON.stringify(entities)]);
  for (let at = 0; at < cells.length; at += 2) found.set(cells[at]!, greatest([found.get(cells[at]!)!, cells[at + 1]!]));
}
