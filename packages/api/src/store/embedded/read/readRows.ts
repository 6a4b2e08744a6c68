import { AdjRows, may, placeOf } from './adjRows.ts';
import type { HubState, Reading } from './context.ts';
import { flatSelect, orNull, quoted, readFlat } from './flat.ts';
import { seen } from './seen.ts';

/** What a row's statement says of its other end on the way. */
export interface OtherEnd {
  readonly e: number;
  readonly id: string;
  readonly isGuarded: boolean;
  readonly hub: HubState | null;
}

type Cells = (number | string | null)[];

/** What a row itself says, for `flatSelect`. */
export const rowColumns = ['other', 'ld', 'adj.o', 'links', 'reports', 'sure', orNull('first'), orNull('last')];
const columns = ['adj.e', ...rowColumns, quoted('entity.id'), 'guard', 'ifnull(hub.version, -1)', 'ifnull(hub.epoch, -1)'];
const ends = 'JOIN entity ON entity.e = other LEFT JOIN hub ON hub.e = other';
const ofOne = flatSelect(columns, `FROM adj ${ends} WHERE adj.e = ?2 AND ${seen('adj.o')}`);
const ofPair = flatSelect(columns, `FROM adj ${ends} WHERE adj.e = ?2 AND other = ?3 AND ${seen('adj.o')}`);
const ofMany = flatSelect(
  columns,
  `FROM json_each(?2) AS asked CROSS JOIN adj ON adj.e = asked.value ${ends} WHERE ${seen('adj.o')}`,
);
// The unary plus keeps SQLite from probing the key once for every pair.
const among = flatSelect(
  columns,
  `FROM json_each(?2) AS asked CROSS JOIN adj ON adj.e = asked.value ${ends}
   WHERE other > adj.e AND +other IN (SELECT value FROM json_each(?2)) AND ${seen('adj.o')}`,
);

type Meet = (other: OtherEnd) => void;

/** Rows in scope of one entity. `meet` is told of every other end. */
export function readRowsOf(at: Reading, { bytes, e, meet }: { bytes: Buffer; e: number; meet: Meet }): AdjRows {
  return gather(readFlat(at.db, ofOne, [bytes, e]), meet).get(e) ?? new AdjRows(e, 0);
}

export function readRowsBetween(
  at: Reading,
  { bytes, e, other, meet }: { bytes: Buffer; e: number; other: number; meet: Meet },
): AdjRows {
  return gather(readFlat(at.db, ofPair, [bytes, e, other]), meet).get(e) ?? new AdjRows(e, 0);
}

/** Rows in scope of several entities; those without any are left out. */
export function readRowsOfMany(
  at: Reading,
  { bytes, entities, meet }: { bytes: Buffer; entities: readonly number[]; meet: Meet },
): Map<number, AdjRows> {
  return gather(readFlat(at.db, ofMany, [bytes, JSON.stringify(entities)]), meet);
}

/** Rows in scope between any two of the entities, each pair once, from the smaller one's side. */
export function readRowsAmong(
  at: Reading,
  { bytes, entities, meet }: { bytes: Buffer; entities: readonly number[]; meet: Meet },
): Map<number, AdjRows> {
  return gather(readFlat(at.db, among, [bytes, JSON.stringify(entities)]), meet);
}

function gather(cells: Cells, meet: Meet): Map<number, AdjRows> {
  const byEntity = new Map<number, number[]>();
  for (let at = 0; at < cells.length; at += columns.length) {
    const e = cells[at] as number;
    const known = byEntity.get(e);
    if (known) known.push(at);
    else byEntity.set(e, [at]);
  }
  const found = new Map<number, AdjRows>();
  for (const [e, places] of byEntity) {
    sortByKey(cells, places);
    const rows = new AdjRows(e, places.length);
    for (const at of places) pushRow(rows, cells, at, meet);
    found.set(e, rows);
  }
  return found;
}

/** They mostly are in order, but no order is promised. */
function sortByKey(cells: Cells, places: number[]): void {
  const number = (at: number): number => cells[at] as number;
  const compare = (a: number, b: number): number =>
    number(a + 1) - number(b + 1) || number(a + 2) - number(b + 2) || number(a + 3) - number(b + 3);
  if (places.some((at, i) => i > 0 && compare(places[i - 1]!, at) > 0)) places.sort(compare);
}

function pushRow(rows: AdjRows, cells: Cells, at: number, meet: Meet): void {
  const [, other, ld, o, links, reports, sure, first, last, id, guard, version, epoch] = cells.slice(at, at + columns.length) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number | null,
    number | null,
    string,
    number,
    number,
    number,
  ];
  rows.push({
    other,
    ld,
    o,
    links,
    reports,
    sure,
    first: first ?? NaN,
    last: last ?? NaN,
    place: placeOf(id),
    may: guard === 1 ? may.be : may.not,
  });
  meet({ e: other, id, isGuarded: guard === 1, hub: version < 0 ? null : { version, epoch } });
}
