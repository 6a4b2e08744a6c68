import { AdjRows, may, placeOf } from './adjRows.ts';
import type { HubState, KeptRows, Reading } from './context.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import { rowColumns } from './readRows.ts';

const columns = [...rowColumns, quoted('substr(entity.id, 1, 7)')];
const rowsAtOnce = 20_000;
const keyed = 'SELECT other, ld, o, links, reports, sure, first, last FROM adj';
const load = flatSelect(
  columns,
  `FROM (${keyed} WHERE e = ?1 AND (other, ld, o) > (?2, ?3, ?4) ORDER BY other, ld, o LIMIT ${rowsAtOnce}) AS adj
   CROSS JOIN entity ON entity.e = other`,
);
/** Index adj_fresh: only what was written since. */
export const freshRowsSql = flatSelect(
  columns,
  `FROM (${keyed} INDEXED BY adj_fresh WHERE e = ?1 AND version > ?2 AND version > 0) AS adj CROSS JOIN entity ON entity.e = other`,
);

/**
 * All rows of a hub, in every scope. Read once; then, as long as nothing went away (`epoch`), only what was written
 * since (`version`).
 */
export function hubRows(at: Reading, e: number, state: HubState): KeptRows {
  const known = at.rows.get(e);
  const kept = known?.state.epoch === state.epoch && known.state.version <= state.version ? known : loadHub(at, e, state);
  if (kept.state.version < state.version) {
    kept.rows.merge(toRows(e, readFlat(at.db, freshRowsSql, [e, kept.state.version])));
    kept.state = state;
  }
  at.rows.keep(e, kept, kept.rows.bytes);
  return kept;
}

function loadHub(at: Reading, e: number, state: HubState): KeptRows {
  const rows = new AdjRows(e, rowsAtOnce);
  for (let from: readonly number[] = [-1, -1, -1]; ;) {
    const cells = readFlat<Cell>(at.db, load, [e, ...from]);
    const some = toRows(e, cells);
    for (let i = 0; i < some.count; i++) rows.push(some.row(i));
    if (some.count < rowsAtOnce) break;
    const last = some.count - 1;
    from = [some.other[last]!, some.ld[last]!, some.o[last]!];
  }
  rows.fit();
  return { rows, state, guardedAt: -1 };
}

type Cell = number | string | null;

function toRows(e: number, cells: readonly Cell[]): AdjRows {
  const number = (at: number): number => cells[at] as number;
  const places = Array.from({ length: cells.length / columns.length }, (_, i) => i * columns.length);
  const compare = (a: number, b: number): number =>
    number(a) - number(b) || number(a + 1) - number(b + 1) || number(a + 2) - number(b + 2);
  if (places.some((at, i) => i > 0 && compare(places[i - 1]!, at) > 0)) places.sort(compare);
  const rows = new AdjRows(e, places.length);
  for (const at of places)
    rows.push({
      other: number(at),
      ld: number(at + 1),
      o: number(at + 2),
      links: number(at + 3),
      reports: number(at + 4),
      sure: number(at + 5),
      first: (cells[at + 6] as number | null) ?? NaN,
      last: (cells[at + 7] as number | null) ?? NaN,
      place: placeOf(cells[at + 8] as string),
      may: may.unknown,
    });
  return rows;
}

const changesAtMost = 2_000;

/** Learns of the others that `wanted` names whether they may be protected. What is known holds until a change speaks of them. */
export function learnGuards(at: Reading, kept: KeptRows, wanted: Uint8Array): void {
  const { rows } = kept;
  const now = at.db.value<number | null>('SELECT max(seq) FROM change') ?? 0;
  if (kept.guardedAt >= 0 && kept.guardedAt < now) forgetChanged(at, kept, now);
  kept.guardedAt = now;
  const unknown: number[] = [];
  for (let i = 0; i < rows.count; i++)
    if (wanted[i] === 1 && rows.may[i] === may.unknown && unknown.at(-1) !== rows.other[i]) unknown.push(rows.other[i]!);
  if (unknown.length === 0) return;
  const guarded = new Set(
    readFlat<number>(
      at.db,
      'SELECT group_concat(e) FROM json_each(?1) AS asked CROSS JOIN entity ON e = asked.value WHERE guard = 1',
      [JSON.stringify(unknown)],
    ),
  );
  for (const other of unknown) mark(rows, other, guarded.has(other) ? may.be : may.not);
}

function forgetChanged(at: Reading, { rows, guardedAt }: KeptRows, now: number): void {
  if (now - guardedAt > changesAtMost) return void rows.may.fill(may.unknown);
  for (const [entities] of at.db.all<[string]>('SELECT entities FROM change WHERE seq > ? ORDER BY seq', [guardedAt])) {
    const changed = JSON.parse(entities) as number[];
    // None named: too many to name.
    if (changed.length === 0) return void rows.may.fill(may.unknown);
    for (const other of changed) mark(rows, other, may.unknown);
  }
}

function mark(rows: AdjRows, other: number, as: number): void {
  for (let i = rows.lower(other); i < rows.count && rows.other[i] === other; i++) rows.may[i] = as;
}
