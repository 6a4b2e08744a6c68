import TinyQueue from 'tinyqueue';
import type { ExpandOrder } from '../../ports/graphStore.ts';
import { countOthers, type MatchedRows } from './matchRows.ts';

/** Distinct neighbours in columns, with what they are ordered by; in the order of their numbers where they come from one entity. */
export interface NeighbourList {
  count: number;
  readonly other: Float64Array;
  readonly place: Float64Array;
  /** Links and reports: empty unless the order asks for them. */
  readonly links: Float64Array;
  readonly reports: Float64Array;
  /** NaN: never dated. */
  readonly last: Float64Array;
}

/** Distinct neighbours over all rows that count. Sums are made where the order asks for them. */
export function listNeighbours(matched: readonly MatchedRows[], order: ExpandOrder): NeighbourList {
  const lists = matched.map((some) => listOf(some, order === 'STRONGEST'));
  return lists.length === 1 ? lists[0]! : mergeLists(lists);
}

function emptyList(capacity: number, summed: boolean): NeighbourList {
  const column = (size = capacity): Float64Array => new Float64Array(size);
  const sums = summed ? capacity : 0;
  return { count: 0, other: column(), place: column(), last: column(), links: column(sums), reports: column(sums) };
}

/** Rows of one other stand together: each is summed up in locals and written once. A hub has a hundred thousand. */
function listOf({ rows, counts }: MatchedRows, summed: boolean): NeighbourList {
  const list = emptyList(countOthers(rows, counts), summed);
  const { count, other, place, links, reports, last } = rows;
  let at = 0;
  for (let i = 0; i < count;) {
    const current = other[i]!;
    const from = i;
    let isCounted = false;
    let linked = 0;
    let reported = 0;
    let newestTime = NaN;
    for (; i < count && other[i] === current; i++) {
      if (counts[i] === 0) continue;
      isCounted = true;
      linked += links[i]!;
      reported += reports[i]!;
      // Either may be NaN.
      if (last[i]! > newestTime || Number.isNaN(newestTime)) newestTime = last[i]!;
    }
    if (!isCounted) continue;
    list.other[at] = current;
    list.place[at] = place[from]!;
    list.last[at] = newestTime;
    if (summed) {
      list.links[at] = linked;
      list.reports[at] = reported;
    }
    at++;
  }
  list.count = at;
  return list;
}

function mergeLists(lists: readonly NeighbourList[]): NeighbourList {
  const capacity = lists.reduce((sum, { count }) => sum + count, 0);
  const merged = emptyList(capacity, true);
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
      merged.links[at] = merged.links[at]! + (list.links[i] ?? 0);
      merged.reports[at] = merged.reports[at]! + (list.reports[i] ?? 0);
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
