import { compareText, type RecordFacts } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import { RecordFold } from '../../../model/recordFold.ts';
import type { Scope } from '../../../model/scope.ts';
import { groupBy } from '../groupBy.ts';
import type { HubNames } from './hubNames.ts';

/** A record of a hub as it is stored, whoever may see it. */
export interface HubRecordRow extends Omit<RecordFacts, 'properties'> {
  readonly audience: string;
  /** JSON of `PreparedProperty[]`. */
  readonly properties: string;
}

interface Kept extends RecordFacts {
  readonly origin: number;
}

interface Folded {
  readonly fold: RecordFold;
  /** Records folded so far. */
  upTo: number;
}

/** Where a page of records begins: after this one. */
export type RecordPosition = Pick<RecordFacts, 'receivedAt' | 'id'>;

const scopesKept = 200;
/** So many new ones are put in their places, one by one; more are sorted with the others. */
const putInPlace = 32;

/** All records of one hub in memory, and for each scope what those that it sees come to, folded as far as they were. */
export class HubRecords {
  readonly #names: HubNames;
  readonly #folds = new Map<string, Folded>();
  /** Many records of a hub say the same: it is kept once. */
  readonly #said = new Map<string, readonly PreparedProperty[]>();
  /** Ids of the records by report. */
  readonly #ids = new Map<string, string>();
  #records: Kept[] = [];
  /** The first of them, in the order of pages: newest received first, then id. */
  #ordered: Kept[] = [];

  constructor(names: HubNames) {
    this.#names = names;
  }

  get size(): number {
    return this.#records.length;
  }

  /** What these reports say of the hub is now this, and nothing else. */
  replace(numbers: readonly string[], rows: readonly HubRecordRow[]): void {
    const byReport = groupBy(rows, ({ reportNumber }) => reportNumber);
    const differing = numbers.filter((number) => this.#ids.get(number) !== idsOf(byReport.get(number)));
    if (differing.some((number) => this.#ids.has(number))) this.#forget(new Set(differing));
    for (const number of differing) this.add(byReport.get(number) ?? []);
  }

  /** Rows of one report follow each other, and none of it are here yet. */
  add(rows: readonly HubRecordRow[]): void {
    for (const { audience, properties, ...row } of rows) {
      let said = this.#said.get(properties);
      if (!said) this.#said.set(properties, (said = JSON.parse(properties) as PreparedProperty[]));
      this.#records.push({ ...row, properties: said, origin: this.#names.origins.number({ agency: row.agency, audience }) });
    }
    for (const [number, said] of groupBy(rows, ({ reportNumber }) => reportNumber)) this.#ids.set(number, idsOf(said)!);
  }

  fold(scope: Scope): RecordFold {
    const known = this.#folds.get(scope.key) ?? { fold: new RecordFold(), upTo: 0 };
    this.#folds.delete(scope.key);
    this.#folds.set(scope.key, known);
    if (this.#folds.size > scopesKept) this.#folds.delete(this.#folds.keys().next().value!);
    const sight = this.#names.origins.sight(scope);
    for (; known.upTo < this.#records.length; known.upTo++) {
      const record = this.#records[known.upTo]!;
      if (sight[record.origin]) known.fold.add(record);
    }
    return known.fold;
  }

  /** The next that the scope sees, newest received first, then id. */
  page(scope: Scope, after: RecordPosition | null, most: number): RecordFacts[] {
    const ordered = this.#inOrder();
    const sight = this.#names.origins.sight(scope);
    const found: RecordFacts[] = [];
    for (let at = after ? placeAfter(ordered, after) : 0; at < ordered.length && found.length < most; at++)
      if (sight[ordered[at]!.origin]) found.push(ordered[at]!);
    return found;
  }

  #inOrder(): readonly Kept[] {
    const added = this.#records.slice(this.#ordered.length);
    if (added.length > putInPlace) this.#ordered = [...this.#ordered, ...added].sort(byPosition);
    else for (const record of added) this.#ordered.splice(placeAfter(this.#ordered, record), 0, record);
    return this.#ordered;
  }

  #forget(numbers: ReadonlySet<string>): void {
    this.#records = this.#records.filter(({ reportNumber }) => !numbers.has(reportNumber));
    for (const number of numbers) this.#ids.delete(number);
    this.#folds.clear();
    this.#ordered = [];
  }
}

function byPosition(a: RecordPosition, b: RecordPosition): number {
  return b.receivedAt - a.receivedAt || compareText(a.id, b.id);
}

/** Of the first that comes after this one. */
function placeAfter(ordered: readonly RecordPosition[], position: RecordPosition): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPosition(ordered[middle]!, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function idsOf(rows: readonly HubRecordRow[] | undefined): string | undefined {
  return rows
    ?.map(({ id }) => id)
    .sort()
    .join();
}
