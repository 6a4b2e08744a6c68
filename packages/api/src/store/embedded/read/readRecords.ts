import type { RecordFacts } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import { ordinalBits } from '../interning.ts';
import type { Reading } from './context.ts';
import { flatSelect, orNull, quoted, readFlat } from './flat.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const columns = [
  'record.e',
  'rec',
  'record.o',
  'json_quote(caption)',
  'generic',
  'props',
  quoted('seed'),
  'json_quote(number)',
  'received',
  orNull('occurred'),
];
const reported = `JOIN report ON report.r = rec / ${ordinalBits}`;
const numbersOf = `SELECT group_concat(rec) FROM record WHERE e = ?2 AND ${seen('o')}`;
const byNumbers = flatSelect(columns, `FROM json_each(?1) AS asked CROSS JOIN record ON rec = asked.value CROSS ${reported}`);
/** By the records' own key: cheap when few reports are newer, whatever the entity. */
export const newRecordsSql = flatSelect(
  columns,
  `FROM record CROSS ${reported} WHERE rec > ?3 AND rec <= ?4 AND +e = ?2 AND ${seen('record.o')}`,
);
const ofMany = flatSelect(
  columns,
  `FROM json_each(?2) AS asked CROSS JOIN record ON record.e = asked.value CROSS ${reported} WHERE ${seen('record.o')}`,
);

type Cells = [number, number, number, string | null, number, PreparedProperty[], string, string, number, number | null];

/** A visible record. Its public id is a cipher block, made only where it is asked for. */
class ReadRecord implements RecordFacts {
  readonly agency: string;
  readonly caption: string | null;
  readonly isGeneric: boolean;
  readonly properties: readonly PreparedProperty[];
  readonly reportNumber: string;
  readonly receivedAt: number;
  readonly occurredAt: number | null;
  readonly #at: Reading;
  readonly #rec: number;
  readonly #seed: string;

  constructor(at: Reading, [, rec, o, caption, generic, properties, seed, number, received, occurred]: Cells) {
    this.#at = at;
    this.#rec = rec;
    this.#seed = seed;
    this.agency = at.interning.origin(o).agency;
    this.caption = caption;
    this.isGeneric = generic === 1;
    this.properties = properties;
    this.reportNumber = number;
    this.receivedAt = received;
    this.occurredAt = occurred;
  }

  get id(): string {
    return this.#at.ids.part('record', this.#seed, this.#rec % ordinalBits);
  }
}

/** Visible records of some entities, those of one report one after the other. */
export function readRecordsOfMany(sight: Sight, entities: readonly number[]): Map<number, RecordFacts[]> {
  const cells = readFlat(sight.at.db, ofMany, [sight.bytes, JSON.stringify(entities)]);
  const found = new Map<number, RecordFacts[]>();
  for (const row of sorted(cells)) {
    const record = new ReadRecord(sight.at, row);
    const known = found.get(row[0]);
    if (known) known.push(record);
    else found.set(row[0], [record]);
  }
  return found;
}

/** Of one entity with many: in portions, so that they are never all in memory. */
export function* readRecordsOf(sight: Sight, e: number): Generator<RecordFacts> {
  const numbers = readFlat<number>(sight.at.db, numbersOf, [sight.bytes, e]).sort((a, b) => a - b);
  for (let from = 0; from < numbers.length; from += atOnce) {
    const some = JSON.stringify(numbers.slice(from, from + atOnce));
    for (const row of sorted(readFlat(sight.at.db, byNumbers, [some]))) yield new ReadRecord(sight.at, row);
  }
}

const atOnce = 2_000;

/** Of one entity, with numbers above `after` up to `upTo`. */
export function readRecordsSince(
  sight: Sight,
  { e, after, upTo }: { readonly e: number; readonly after: number; readonly upTo: number },
): RecordFacts[] {
  const sql = upTo - after <= reportsAtMost * ordinalBits ? newRecordsSql : newOfEntity;
  const rows = sorted(readFlat(sight.at.db, sql, [sight.bytes, e, after, upTo]));
  return rows.map((row) => new ReadRecord(sight.at, row));
}

const reportsAtMost = 500;
const newOfEntity = newRecordsSql.replace('+e = ?2', 'e = ?2');

/** By record number; no order is promised. */
function sorted(cells: readonly (string | number | null)[]): Cells[] {
  const rows: Cells[] = [];
  for (let at = 0; at < cells.length; at += columns.length) rows.push(cells.slice(at, at + columns.length) as unknown as Cells);
  return rows.sort((a, b) => a[1] - b[1]);
}
