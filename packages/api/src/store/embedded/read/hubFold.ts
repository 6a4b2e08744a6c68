import type { EntityKind } from '@linchpin/schema';
import { compareText } from '../../../model/entityView.ts';
import { shownReports, type FoldedRecords } from '../../../model/recordFold.ts';
import type { PropertyView, ValueView } from '../../../model/views.ts';
import { ordinalBits } from '../interning.ts';
import type { Reading } from './context.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import type { KeptRecords } from './hubRecords.ts';

/** Records (places in the columns) that say the same. */
interface Group {
  readonly saying: number;
  readonly places: number[];
}

/**
 * What a hub's records in scope say together, as `RecordFold` says of records one by one. A report's number is read only
 * where it is shown, its seed where two were received at the same moment.
 */
export function foldHub(
  at: Reading,
  kind: EntityKind,
  { kept, bytes }: { readonly kept: KeptRecords; readonly bytes: Uint8Array },
): FoldedRecords {
  const bySaying: (Group | undefined)[] = [];
  const groups: Group[] = [];
  const origins = new Set<number>();
  let records = 0;
  let first = Infinity;
  let last = -Infinity;
  const { count, o, saying, occurred } = kept;
  for (let i = 0; i < count; i++) {
    if (bytes[o[i]!] !== 1) continue;
    records++;
    origins.add(o[i]!);
    // Both are false of NaN.
    if (occurred[i]! < first) first = occurred[i]!;
    if (occurred[i]! > last) last = occurred[i]!;
    const group = (bySaying[saying[i]!] ??= newGroup(groups, saying[i]!));
    group.places.push(i);
  }
  const ids = new Ids(at, kept);
  const caption = captionOf(kept, groups, ids);
  const properties = propertiesOf(at, kind, { kept, groups, ids });
  return {
    records,
    isGeneric: groups.some((group) => kept.sayings[group.saying]!.isGeneric),
    firstOccurred: first === Infinity ? null : first,
    lastOccurred: last === -Infinity ? null : last,
    agencies: new Set([...origins].map((origin) => at.interning.origin(origin).agency)),
    caption: () => caption,
    properties: () => properties,
  };
}

function newGroup(groups: Group[], saying: number): Group {
  const group = { saying, places: [] };
  groups.push(group);
  return group;
}

function captionOf({ sayings, received }: KeptRecords, groups: readonly Group[], ids: Ids): string | null {
  const captions = new Map<string, number[][]>();
  for (const { saying, places } of groups) {
    const { caption } = sayings[saying]!;
    if (caption === null) continue;
    const known = captions.get(caption);
    if (known) known.push(places);
    else captions.set(caption, [places]);
  }
  const counted = [...captions].map(([caption, lists]) => ({
    caption,
    lists,
    count: lists.reduce((sum, list) => sum + list.length, 0),
  }));
  const most = counted.reduce((sum, { count }) => Math.max(sum, count), 0);
  const best = counted
    .filter(({ count }) => count === most)
    .map(({ caption, lists }) => ({ caption, by: newestOf(received, lists) }));
  if (best.length < 2) return best[0]?.caption ?? null;
  const newest = best.reduce((latest, { by }) => Math.max(latest, received[by[0]!]!), -Infinity);
  const left = best.filter(({ by }) => received[by[0]!] === newest);
  if (left.length === 1) return left[0]!.caption;
  ids.learn(left.flatMap(({ by }) => by));
  return left.map(({ caption, by }) => ({ caption, id: ids.leastOf(by) })).sort((a, b) => compareText(a.id, b.id))[0]!.caption;
}

/** Places that were received last: several at one moment. */
function newestOf(received: Float64Array, lists: readonly (readonly number[])[]): number[] {
  let newest = -Infinity;
  for (const list of lists) for (const place of list) if (received[place]! > newest) newest = received[place]!;
  return lists.flatMap((list) => list.filter((place) => received[place] === newest));
}

interface Said {
  readonly value: string;
  /** With how each of them displays it. */
  readonly lists: { readonly display: string; readonly places: readonly number[] }[];
  isUnverified: boolean;
}

interface Counted {
  readonly said: Said;
  readonly reportCount: number;
  readonly newest: number;
  /** One place a report: those that can be shown. */
  readonly shown: readonly number[];
}

function propertiesOf(
  at: Reading,
  kind: EntityKind,
  { kept, groups, ids }: { readonly kept: KeptRecords; readonly groups: readonly Group[]; readonly ids: Ids },
): PropertyView[] {
  const properties = new Map<string, Map<string, Said>>();
  for (const { saying, places } of groups)
    for (const { name, values } of kept.sayings[saying]!.properties) {
      if (values.length === 0) continue;
      let known = properties.get(name);
      if (!known) properties.set(name, (known = new Map<string, Said>()));
      for (const { value, display, isUnverified } of values) {
        const said = known.get(value) ?? { value, lists: [], isUnverified: true };
        known.set(value, said);
        said.isUnverified &&= isUnverified;
        // Where one record says a value twice, the first counts.
        if (said.lists.at(-1)?.places !== places) said.lists.push({ display, places });
      }
    }
  const counted = kind.properties
    .filter(({ name }) => properties.has(name))
    .map(({ name }) => ({ name, values: [...properties.get(name)!.values()].map((said) => countReports(kept, said)) }));
  const numbers = readNumbers(
    at,
    counted.flatMap(({ values }) => values.flatMap(({ shown }) => shown.map((place) => reportOf(kept, place)))),
  );
  ids.learn(counted.flatMap(({ values }) => values.flatMap(({ said }) => contested(kept, said))));
  return counted.map(({ name, values }) => ({
    name,
    values: orderValues(values).map((one) => valueView(one, { kept, numbers, ids })),
  }));
}

function reportOf({ rec }: KeptRecords, place: number): number {
  return Math.floor(rec[place]! / ordinalBits);
}

function countReports(kept: KeptRecords, said: Said): Counted {
  const { received } = kept;
  const places: number[] = [];
  let before = -1;
  const all = said.lists.length === 1 ? said.lists[0]!.places : said.lists.flatMap((list) => list.places).sort((a, b) => a - b);
  // In the order of their numbers those of one report stand together.
  for (const place of all) {
    const r = reportOf(kept, place);
    if (r !== before) places.push(place);
    before = r;
  }
  let newest = -Infinity;
  for (const place of places) if (received[place]! > newest) newest = received[place]!;
  if (places.length <= shownReports) return { said, reportCount: places.length, newest, shown: places };
  const times = Float64Array.from(places, (place) => received[place]!).sort();
  const oldestShown = times[times.length - shownReports]!;
  return { said, reportCount: places.length, newest, shown: places.filter((place) => received[place]! >= oldestShown) };
}

/** Most reports first, then newest received, then value. */
function orderValues(values: readonly Counted[]): Counted[] {
  return [...values].sort(
    (a, b) => b.reportCount - a.reportCount || b.newest - a.newest || compareText(a.said.value, b.said.value),
  );
}

/** Of the records that were received last, where they display the value differently. */
function contested({ received }: KeptRecords, { lists }: Said): number[] {
  if (lists.every(({ display }) => display === lists[0]!.display)) return [];
  return newestOf(
    received,
    lists.map(({ places }) => places),
  );
}

function valueView(
  { said, reportCount, shown }: Counted,
  { kept, numbers, ids }: { readonly kept: KeptRecords; readonly numbers: ReadonlyMap<number, string>; readonly ids: Ids },
): ValueView {
  const reports = shown
    .map((place) => ({ received: kept.received[place]!, number: numbers.get(reportOf(kept, place))! }))
    .sort((a, b) => b.received - a.received || compareText(a.number, b.number));
  return {
    value: said.value,
    display: displayOf(kept, said, ids),
    isUnverified: said.isUnverified,
    reportCount,
    reports: reports.slice(0, shownReports).map(({ number }) => number),
  };
}

function displayOf(kept: KeptRecords, said: Said, ids: Ids): string {
  const by = contested(kept, said);
  if (by.length === 0) return said.lists[0]!.display;
  const newest = by.length === 1 ? by[0]! : ids.firstOf(by);
  return said.lists.find(({ places }) => places.includes(newest))!.display;
}

/** Public ids of records, which decide between those that were received at one moment. */
class Ids {
  readonly #at: Reading;
  readonly #kept: KeptRecords;
  readonly #seeds = new Map<number, string>();

  constructor(at: Reading, kept: KeptRecords) {
    this.#at = at;
    this.#kept = kept;
  }

  learn(places: readonly number[]): void {
    const missing = [...new Set(places.map((place) => reportOf(this.#kept, place)))].filter((r) => !this.#seeds.has(r));
    if (missing.length === 0) return;
    const cells = readFlat<number | string>(this.#at.db, seeds, [JSON.stringify(missing)]);
    for (let i = 0; i < cells.length; i += 2) this.#seeds.set(cells[i] as number, cells[i + 1] as string);
  }

  firstOf(places: readonly number[]): number {
    return [...places].sort((a, b) => compareText(this.#of(a), this.#of(b)))[0]!;
  }

  leastOf(places: readonly number[]): string {
    return this.#of(this.firstOf(places));
  }

  #of(place: number): string {
    return this.#at.ids.part('record', this.#seeds.get(reportOf(this.#kept, place))!, this.#kept.rec[place]! % ordinalBits);
  }
}

const seeds = flatSelect(['r', quoted('seed')], 'FROM json_each(?1) AS asked CROSS JOIN report ON r = asked.value');
const numbersOf = flatSelect(['r', 'json_quote(number)'], 'FROM json_each(?1) AS asked CROSS JOIN report ON r = asked.value');

function readNumbers(at: Reading, reports: readonly number[]): Map<number, string> {
  const cells = readFlat<number | string>(at.db, numbersOf, [JSON.stringify([...new Set(reports)])]);
  const numbers = new Map<number, string>();
  for (let i = 0; i < cells.length; i += 2) numbers.set(cells[i] as number, cells[i + 1] as string);
  return numbers;
}
