import type { EntityKind } from '@linchpin/schema';
import type { RecordFacts } from './entityView.ts';
import { compareText, greatest, least } from './order.ts';
import type { PropertyView, ValueView } from './views.ts';

export const shownReports = 50;

type Said = Pick<RecordFacts, 'id' | 'receivedAt'>;

interface CaptionFacts {
  count: number;
  /** The newest record that says so. */
  by: Said;
}

interface ValueFacts {
  display: string;
  displayBy: Said;
  isUnverified: boolean;
  reportCount: number;
  /** The last report counted: records of one report come one after the other. */
  lastReport: string;
  /** Newest received first, then number; at most those that are shown. */
  readonly newest: { readonly number: string; readonly receivedAt: number }[];
}

/** What visible records say together. */
export type FoldedRecords = Pick<
  RecordFold,
  'records' | 'isGeneric' | 'firstOccurred' | 'lastOccurred' | 'agencies' | 'caption' | 'properties'
>;

/**
 * What visible records say together, one record at a time: of an entity with many records only the new ones need be
 * read again. Records of one report must be added one after the other; reports may come in any order. An id of a record
 * is asked for only where two were received at the same moment.
 */
export class RecordFold {
  records = 0;
  isGeneric = false;
  firstOccurred: number | null = null;
  lastOccurred: number | null = null;
  readonly agencies = new Set<string>();
  readonly #captions = new Map<string, CaptionFacts>();
  readonly #properties = new Map<string, Map<string, ValueFacts>>();
  #values = 0;

  add(record: RecordFacts): void {
    this.records++;
    this.isGeneric ||= record.isGeneric;
    this.firstOccurred = least([this.firstOccurred, record.occurredAt]);
    this.lastOccurred = greatest([this.lastOccurred, record.occurredAt]);
    this.agencies.add(record.agency);
    if (record.caption !== null) this.addCaption(record.caption, record);
    for (const { name, values } of record.properties) {
      if (values.length === 0) continue;
      let known = this.#properties.get(name);
      if (!known) this.#properties.set(name, (known = new Map<string, ValueFacts>()));
      for (const value of values) this.#addValue(known, value, record);
    }
  }

  /** Only what a record is called by, where nothing else is asked for. */
  addCaption(caption: string, record: Said): void {
    const known = this.#captions.get(caption);
    if (!known) this.#captions.set(caption, { count: 1, by: record });
    else {
      known.count++;
      if (isNewer(record, known.by)) known.by = record;
    }
  }

  /** Most frequent caption; ties: newest received, then smallest record id. Null when no record gives one. */
  caption(): string | null {
    let best: readonly [string, CaptionFacts] | null = null;
    for (const entry of this.#captions)
      if (!best || entry[1].count > best[1].count || (entry[1].count === best[1].count && isNewer(entry[1].by, best[1].by)))
        best = entry;
    return best?.[0] ?? null;
  }

  /** In the vocabulary's order of the kind. */
  properties(kind: EntityKind): PropertyView[] {
    return kind.properties
      .filter(({ name }) => this.#properties.has(name))
      .map(({ name }) => ({ name, values: orderValues(this.#properties.get(name)!) }));
  }

  /** Memory it takes, roughly. */
  get bytes(): number {
    return 1_000 + this.#captions.size * 400 + this.#values * (600 + Math.min(shownReports, this.records) * 60);
  }

  #addValue(
    values: Map<string, ValueFacts>,
    { value, display, isUnverified }: { readonly value: string; readonly display: string; readonly isUnverified: boolean },
    record: RecordFacts,
  ): void {
    const { reportNumber, receivedAt } = record;
    const known = values.get(value);
    if (!known) {
      const newest = [{ number: reportNumber, receivedAt }];
      values.set(value, { display, displayBy: record, isUnverified, reportCount: 1, lastReport: reportNumber, newest });
      this.#values++;
      return;
    }
    if (isNewer(record, known.displayBy)) {
      known.display = display;
      known.displayBy = record;
    }
    known.isUnverified &&= isUnverified;
    if (known.lastReport === reportNumber) return;
    known.lastReport = reportNumber;
    known.reportCount++;
    insertNewest(known.newest, { number: reportNumber, receivedAt });
  }
}

function insertNewest(newest: ValueFacts['newest'], report: ValueFacts['newest'][number]): void {
  let at = newest.length;
  while (at > 0 && isBefore(report, newest[at - 1]!)) at--;
  if (at >= shownReports) return;
  newest.splice(at, 0, report);
  if (newest.length > shownReports) newest.pop();
}

function isBefore(a: ValueFacts['newest'][number], b: ValueFacts['newest'][number]): boolean {
  return a.receivedAt > b.receivedAt || (a.receivedAt === b.receivedAt && a.number < b.number);
}

/** Most reports first, then newest received, then value. */
function orderValues(values: ReadonlyMap<string, ValueFacts>): ValueView[] {
  return [...values]
    .sort(
      ([a, one], [b, other]) =>
        other.reportCount - one.reportCount || other.newest[0]!.receivedAt - one.newest[0]!.receivedAt || compareText(a, b),
    )
    .map(([value, { display, isUnverified, reportCount, newest }]) => ({
      value,
      display,
      isUnverified,
      reportCount,
      reports: newest.map(({ number }) => number),
    }));
}

function isNewer(a: Said, b: Said): boolean {
  return a.receivedAt > b.receivedAt || (a.receivedAt === b.receivedAt && a.id < b.id);
}
