import type { Window } from '../../../model/moment.ts';
import type { Direction } from '../../../model/views.ts';
import { direction, kindBits } from '../interning.ts';
import type { AdjRows } from './adjRows.ts';
import { may } from './adjRows.ts';
import type { Sight } from './sight.ts';
import { matchWindow } from './matchWindow.ts';

export interface RowFilter {
  readonly linkKinds: readonly string[] | null;
  readonly entityKinds?: readonly string[] | null;
  readonly direction?: Direction | null;
  readonly window?: Window;
  /** Rows to these are left out. */
  readonly except?: Iterable<number>;
}

export interface MatchedRows {
  readonly rows: AdjRows;
  /** 1 for a row that counts. */
  readonly counts: Uint8Array;
  /** Where a window is given: undated links that match the rest. */
  readonly undated: number;
}

const everything: RowFilter = { linkKinds: null };

/**
 * Which rows of an entity count for a viewer: in scope, not telling of a protected person, of the kinds and the
 * direction asked for. With a window: rows of those bundles of which some link matches it.
 */
export function matchRows(sight: Sight, rows: AdjRows, filter: RowFilter = everything): MatchedRows {
  const { count } = rows;
  const counts = new Uint8Array(count);
  markSeen(rows, sight.bytes, counts);
  if (filter.linkKinds !== null || filter.direction != null) keepWanted(rows.ld, codesWanted(sight, filter), counts);
  if (filter.entityKinds != null) keepWanted(rows.kind, kindsWanted(sight, filter), counts);
  for (const other of filter.except ?? [])
    for (let i = rows.lower(other); i < count && rows.other[i] === other; i++) counts[i] = 0;
  if (sight.isGuarded(rows.e)) hideTelling(sight, rows, counts);
  const { window } = filter;
  const isOpen = !window || (window.since === null && window.until === null);
  return { rows, counts, undated: isOpen ? 0 : matchWindow(sight, { rows, counts, window }) };
}

function markSeen({ count, o }: AdjRows, bytes: Uint8Array, counts: Uint8Array): void {
  for (let i = 0; i < count; i++) if (bytes[o[i]!] === 1) counts[i] = 1;
}

function keepWanted(column: Uint8Array, wanted: Uint8Array, counts: Uint8Array): void {
  for (let i = 0; i < counts.length; i++) if (wanted[column[i]!] !== 1) counts[i] = 0;
}

/** Distinct others of the rows that count. */
export function countOthers({ count, other }: AdjRows, counts: Uint8Array): number {
  let others = 0;
  for (let i = 0, before = -1; i < count; i++)
    if (counts[i] === 1 && other[i] !== before) {
      before = other[i]!;
      others++;
    }
  return others;
}

function kindsWanted(sight: Sight, { entityKinds }: RowFilter): Uint8Array {
  const wanted = new Uint8Array(kindBits);
  if (entityKinds == null) return wanted.fill(1);
  for (const name of entityKinds) {
    const kind = sight.at.interning.findKind(name);
    if (kind !== undefined) wanted[kind] = 1;
  }
  return wanted;
}

/** By `ld`, which is link kind * 4 + direction. */
function codesWanted(sight: Sight, { linkKinds, direction: asked }: RowFilter): Uint8Array {
  const wanted = new Uint8Array(kindBits * 4);
  if (linkKinds === null) wanted.fill(1);
  for (const name of linkKinds ?? []) {
    const k = sight.at.interning.findLinkKind(name);
    if (k !== undefined) wanted.fill(1, k * 4, k * 4 + 4);
  }
  if (asked != null) for (let code = 0; code < wanted.length; code++) if (code % 4 !== direction[asked]) wanted[code] = 0;
  return wanted;
}

/** Only links of telling kinds are looked at closely, and only others that may be protected. */
function hideTelling(sight: Sight, rows: AdjRows, counts: Uint8Array): void {
  const table = sight.at.telling.tableOf(rows.e);
  const isTelling = (i: number): boolean => table[(rows.ld[i]! >> 2) * kindBits + rows.kind[i]!] === 1;
  const telling = new Uint8Array(rows.count);
  let any = false;
  for (let i = 0; i < rows.count; i++)
    if (counts[i] === 1 && isTelling(i)) {
      telling[i] = 1;
      any = true;
    }
  if (!any) return;
  const isAll = sight.isProtected(rows.e);
  const others = isAll ? [] : sight.guardedOthers(rows, telling);
  sight.learnProtection(others);
  for (let i = 0; i < rows.count; i++)
    if (telling[i] === 1 && (isAll || (rows.may[i] === may.be && sight.isProtected(rows.other[i]!)))) counts[i] = 0;
}
