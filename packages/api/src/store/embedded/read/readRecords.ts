import type { RecordFacts } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import { ordinalBits, originBits } from '../interning.ts';
import { readProperties, type WrittenProperty } from '../writtenForm.ts';
import type { Reading } from './context.ts';
import { flatSelect, orNull, quoted, readFlat } from './flat.ts';
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
const ofHoldings = flatSelect(
  columns,
  `FROM json_each(?1) AS asked CROSS JOIN record ON record.e = asked.value / ${originBits} AND record.o = asked.value % ${originBits}
   CROSS ${reported}`,
);

type Cells = [number, number, number, string | null, number, WrittenProperty[], string, string, number, number | null];

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
    this.properties = readProperties(properties);
    this.reportNumber = number;
    this.receivedAt = received;
    this.occurredAt = occurred;
  }

  get id(): string {
    return this.#at.ids.part('record', this.#seed, this.#rec % ordinalBits);
  }
}

/** Records by the key of their holding, those of one report one after the other. */
export function readRecordsHeld(sight: Sight, holdings: readonly number[]): Map<number, RecordFacts[]> {
  const cells = readFlat(sight.at.db, ofHoldings, [JSON.stringify(holdings)]);
  const found = new Map<number, RecordFacts[]>();
  for (const row of sorted(cells)) {
    const record = new ReadRecord(sight.at, row);
    const key = row[0] * originBits + row[2];
    const known = found.get(key);
    if (known) known.push(record);
    else found.set(key, [record]);
  }
  return found;
}

/** What a record says, from its column `props`. */
export function parseProperties(props: string): readonly PreparedProperty[] {
  return readProperties(JSON.parse(props) as WrittenProperty[]);
}

/** By record number; no order is promised. */
function sorted(cells: readonly (string | number | null)[]): Cells[] {
  const rows: Cells[] = [];
  for (let at = 0; at < cells.length; at += columns.length) rows.push(cells.slice(at, at + columns.length) as unknown as Cells);
  return rows.sort((a, b) => a[1] - b[1]);
}
