import TinyQueue from 'tinyqueue';
import type { MatchedRows } from './matchRows.ts';

/** Distinct neighbours in columns, with what they are ordered by; in the order of their numbers where they come from one entity. */
export interface NeighbourList {
  count: number;
  readonly other: Float64Array;
  readonly place: Float64Array;
  readonly links: Float64Array;
  readonly reports: Float64Array;
  /** NaN: never dated. */
  readonly last: Float64Array;
}

/** Distinct neighbours over all rows that count. */
export function listNeighbours(matched: readonly MatchedRows[]): NeighbourList {
  const lists = matched.map(listOf);
  return lists.length === 1 ? lists[0]! : mergeLists(lists);
}

function emptyList(capacity: number): NeighbourList {
  const column = (): Float64Array => new Float64Array(capacity);
  return { count: 0, other: column(), place: column(), links: column(), reports: column(), last: column() };
}

function listOf({ rows, counts }: MatchedRows): NeighbourList {
  let distinct = 0;
  for (let i = 0, before = -1; i < rows.count; i++)
    if (counts[i] === 1 && rows.other[i] !== before) {
      before = rows.other[i]!;
      distinct++;
    }
  const list = emptyList(distinct);
  for (let i = 0, before = -1; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    const other = rows.other[i]!;
    const isNew = other !== before;
    before = other;
    const at = isNew ? list.count++ : list.count - 1;
    if (isNew) {
      list.other[at] = other;
      list.place[at] = rows.place[i]!;
      list.last[at] = NaN;
    }
    list.links[at] = list.links[at]! + rows.links[i]!;
    list.reports[at] = list.reports[at]! + rows.reports[i]!;
    if (!(rows.last[i]! <= list.last[at]!) && !Number.isNaN(rows.last[i]!)) list.last[at] = rows.last[i]!;
  }
  return list;
}

function mergeLists(lists: readonly NeighbourList[]): NeighbourList {
  const merged = emptyList(lists.reduce((sum, { count }) => sum + count, 0));
  const places = new Map<number, number>();
  for (const list of lists)
    for (let i = 0; i < list.count; i++) {
      const other = list.other[i]!;
      const known = places.get(other);
      const at = known ?? merged.count++;
      if (known === undefined) {
        places.set(other, at);
        merged.other[at] = other;
        merged.place[at] = list.place[i]!;
        merged.last[at] = NaN;
      }
      merged.links[at] = merged.links[at]! + list.links[i]!;
      merged.reports[at] = merged.reports[at]! + list.reports[i]!;
      if (!(list.last[i]! <= merged.last[at]!) && !Number.isNaN(list.last[i]!)) merged.last[at] = list.last[i]!;
    }
  return merged;
}

type Compare = (a: number, b: number) => number;

/** Newest first, never dated last; where all else is equal, `byId` decides. */
export function newest(list: NeighbourList, byId: Compare): Compare {
  return (a, b) => {
    const [one, other] = [list.last[a]!, list.last[b]!];
    if (one === other) return byId(a, b);
    if (Number.isNaN(one)) return Number.isNaN(other) ? byId(a, b) : 1;
    return Number.isNaN(other) ? -1 : other - one;
  };
}

/** Most links first, then most reports. */
export function strongest(list: NeighbourList, byId: Compare): Compare {
  return (a, b) => list.links[b]! - list.links[a]! || list.reports[b]! - list.reports[a]! || byId(a, b);
}

/** The first ones of an order among those not left out; the rest is not sorted. */
export function takeFirst(
  count: number,
  { first, leftOut, compare }: { readonly first: number; readonly leftOut: Uint8Array; readonly compare: Compare },
): number[] {
  if (first <= 0) return [];
  const best = new TinyQueue<number>([], (a, b) => compare(b, a));
  for (let i = 0; i < count; i++) {
    if (leftOut[i] === 1) continue;
    if (best.length < first) best.push(i);
    else if (compare(i, best.peek()!) < 0) {
      best.pop();
      best.push(i);
    }
  }
  return best.data.sort(compare);
}
