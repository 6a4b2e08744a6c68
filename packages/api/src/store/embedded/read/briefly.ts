import { codeName } from '../../../model/codeName.ts';
import { compareText } from '../../../model/entityView.ts';
import { RecordFold } from '../../../model/recordFold.ts';
import { originBits, ordinalBits } from '../interning.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import { hubView } from './hubViews.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const atOnce = 2_000;

const captions = flatSelect(
  ['record.e', 'rec', 'json_quote(caption)', 'received', quoted('seed')],
  `FROM json_each(?2) AS asked CROSS JOIN record ON record.e = asked.value CROSS JOIN report ON report.r = rec / ${ordinalBits}
   WHERE caption IS NOT NULL AND ${seen('record.o')}`,
);

/** Captions of many entities, without anything else of their views. */
export function readCaptions(sight: Sight, entities: readonly number[]): Map<number, string> {
  const found = new Map<number, string>();
  sight.know(entities);
  sight.learnProtection(entities);
  const open: number[] = [];
  for (const e of entities) {
    const state = sight.hub(e);
    if (sight.isProtected(e)) found.set(e, codeName(sight.idOf(e)));
    else if (state) found.set(e, hubView(sight, e, state).fold.caption() ?? sight.kindOf(e).label);
    else open.push(e);
  }
  for (let from = 0; from < open.length; from += atOnce) foldCaptions(sight, open.slice(from, from + atOnce), found);
  return found;
}

function foldCaptions(sight: Sight, entities: readonly number[], found: Map<number, string>): void {
  const cells = readFlat<number | string>(sight.at.db, captions, [sight.bytes, JSON.stringify(entities)]);
  const folds = new Map<number, RecordFold>();
  for (let at = 0; at < cells.length; at += 5) {
    const [e, rec, caption, receivedAt, seed] = cells.slice(at, at + 5) as [number, number, string, number, string];
    const fold = folds.get(e) ?? new RecordFold();
    folds.set(e, fold);
    const { ids } = sight.at;
    fold.addCaption(caption, {
      receivedAt,
      get id() {
        return ids.part('record', seed, rec % ordinalBits);
      },
    });
  }
  for (const e of entities) found.set(e, folds.get(e)?.caption() ?? sight.kindOf(e).label);
}

const origins = flatSelect(
  ['asked.value', `hk % ${originBits}`],
  `FROM json_each(?2) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
   WHERE ${seen(`hk % ${originBits}`)}`,
);

/** Agencies of visible records, sorted, of many entities. */
export function readAgencies(sight: Sight, entities: readonly number[]): Map<number, string[]> {
  const found = new Map<number, Set<string>>(entities.map((e) => [e, new Set<string>()]));
  for (let from = 0; from < entities.length; from += atOnce) {
    const asked = JSON.stringify(entities.slice(from, from + atOnce));
    const cells = readFlat<number>(sight.at.db, origins, [sight.bytes, asked]);
    for (let at = 0; at < cells.length; at += 2) found.get(cells[at]!)!.add(sight.at.interning.origin(cells[at + 1]!).agency);
  }
  return new Map([...found].map(([e, agencies]) => [e, [...agencies].sort(compareText)]));
}
