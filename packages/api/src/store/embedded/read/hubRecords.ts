import { moveColumn } from './moveColumn.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import { ordinalBits, originBits } from '../interning.ts';
import type { HubState, Reading } from './context.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { parseProperties } from './readRecords.ts';

/** What records of a hub say: many say the same. */
export interface Saying {
  readonly caption: string | null;
  readonly isGeneric: boolean;
  readonly properties: readonly PreparedProperty[];
}

/** All records of a hub, in every scope, in columns in the order of their numbers. */
export interface KeptRecords {
  count: number;
  rec: Float64Array;
  o: Uint16Array;
  received: Float64Array;
  /** NaN: its report does not say. */
  occurred: Float64Array;
  /** Place in `sayings`. */
  saying: Uint32Array;
  readonly sayings: Saying[];
  readonly known: Map<string, number>;
  /** By origin: records, and when first and last; of links too. */
  holdings: readonly { readonly o: number; readonly first: number | null; readonly last: number | null }[];
  state: HubState;
  bytes: number;
}

const columns = ['rec', 'record.o', 'received', orNull('occurred'), 'generic', 'json_quote(caption)', 'json_quote(props)'];
const numbersOf = 'SELECT group_concat(rec) FROM record WHERE e = ?1';
const byNumbers = flatSelect(
  columns,
  `FROM json_each(?1) AS asked CROSS JOIN record ON rec = asked.value CROSS JOIN report ON report.r = rec / ${ordinalBits}`,
);
const heldOf = flatSelect(
  [`hk % ${originBits}`, 'records', orNull('first'), orNull('last')],
  'FROM holding WHERE hk BETWEEN ?1 AND ?2',
);
/** By the records' own key: cheap when few reports are newer, whatever the entity. */
export const newRecordsSql = flatSelect(['rec'], 'FROM record WHERE rec > ?2 AND rec <= ?3 AND +e = ?1');
const newOfEntity = newRecordsSql.replace('+e = ?1', 'e = ?1');
const atOnce = 2_000;
const reportsAtMost = 500;

/** Kept between reads. When nothing went away (`epoch`) only records that are new are read. */
export function hubRecords(at: Reading, e: number, state: HubState): KeptRecords {
  const known = at.records.get(e);
  const isSame = known?.state.epoch === state.epoch && known.state.version === state.version;
  const kept = known && isSame ? known : refresh(at, { e, state, known });
  at.records.keep(e, kept, kept.bytes + kept.count * 30 + kept.holdings.length * 80);
  return kept;
}

function refresh(
  at: Reading,
  { e, state, known }: { readonly e: number; readonly state: HubState; readonly known: KeptRecords | undefined },
): KeptRecords {
  const cells = readFlat<number | null>(at.db, heldOf, [e * originBits, e * originBits + originBits - 1]);
  const holdings: { o: number; first: number | null; last: number | null }[] = [];
  let records = 0;
  for (let i = 0; i < cells.length; i += 4) {
    holdings.push({ o: cells[i]!, first: cells[i + 2]!, last: cells[i + 3]! });
    records += cells[i + 1]!;
  }
  let kept = known?.state.epoch === state.epoch && known.state.version < state.version ? known : null;
  if (kept) read(at, kept, newNumbers(at, e, kept.rec[kept.count - 1] ?? 0));
  // Records that were moved here are older than the newest one: then they do not add up.
  if (kept?.count !== records) {
    kept = empty(records, state);
    read(
      at,
      kept,
      readFlat<number>(at.db, numbersOf, [e]).sort((a, b) => a - b),
    );
  }
  kept.holdings = holdings;
  kept.state = state;
  return kept;
}

function newNumbers(at: Reading, e: number, after: number): number[] {
  const upTo = ((at.db.value<number | null>('SELECT max(r) FROM report') ?? 0) + 1) * ordinalBits - 1;
  const sql = upTo - after <= reportsAtMost * ordinalBits ? newRecordsSql : newOfEntity;
  return readFlat<number>(at.db, sql, [e, after, upTo]).sort((a, b) => a - b);
}

function empty(capacity: number, state: HubState): KeptRecords {
  return {
    count: 0,
    rec: new Float64Array(capacity),
    o: new Uint16Array(capacity),
    received: new Float64Array(capacity),
    occurred: new Float64Array(capacity),
    saying: new Uint32Array(capacity),
    sayings: [],
    known: new Map(),
    holdings: [],
    state,
    bytes: 1_000,
  };
}

/** In portions, so that the texts of all are never in memory at once. */
function read(at: Reading, kept: KeptRecords, numbers: readonly number[]): void {
  reserve(kept, kept.count + numbers.length);
  for (let from = 0; from < numbers.length; from += atOnce) {
    const cells = readFlat<number | string | null>(at.db, byNumbers, [JSON.stringify(numbers.slice(from, from + atOnce))]);
    const places = Array.from({ length: cells.length / columns.length }, (_, i) => i * columns.length);
    for (const place of places.sort((a, b) => (cells[a] as number) - (cells[b] as number))) push(kept, cells, place);
  }
}

function push(kept: KeptRecords, cells: readonly (number | string | null)[], place: number): void {
  const i = kept.count++;
  kept.rec[i] = cells[place] as number;
  kept.o[i] = cells[place + 1] as number;
  kept.received[i] = cells[place + 2] as number;
  kept.occurred[i] = (cells[place + 3] as number | null) ?? NaN;
  const [generic, caption, props] = [cells[place + 4], cells[place + 5] as string | null, cells[place + 6] as string];
  const text = `${generic}${caption === null ? '' : JSON.stringify(caption)}${props}`;
  let saying = kept.known.get(text);
  if (saying === undefined) {
    saying = kept.sayings.push({ caption, isGeneric: generic === 1, properties: parseProperties(props) }) - 1;
    kept.known.set(text, saying);
    kept.bytes += 500 + text.length * 6;
  }
  kept.saying[i] = saying;
}

function reserve(kept: KeptRecords, least: number): void {
  if (least <= kept.rec.length) return;
  const capacity = Math.ceil(least * 1.1) + 16;
  const moved = <T extends Float64Array | Uint16Array | Uint32Array>(from: T, to: T): T => moveColumn(from, to, kept.count);
  kept.rec = moved(kept.rec, new Float64Array(capacity));
  kept.o = moved(kept.o, new Uint16Array(capacity));
  kept.received = moved(kept.received, new Float64Array(capacity));
  kept.occurred = moved(kept.occurred, new Float64Array(capacity));
  kept.saying = moved(kept.saying, new Uint32Array(capacity));
}
