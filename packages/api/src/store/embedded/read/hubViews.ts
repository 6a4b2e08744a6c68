import type { RecordFacts } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import { RecordFold } from '../../../model/recordFold.ts';
import type { EntityView } from '../../../model/views.ts';
import { ordinalBits, originBits } from '../interning.ts';
import type { HubState } from './context.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { readRecordsOf, readRecordsSince } from './readRecords.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** What a viewer's records of a hub say together, kept and extended. */
export interface KeptView {
  fold: RecordFold;
  state: HubState;
  /** Number that all later records exceed. */
  upTo: number;
  first: number | null;
  last: number | null;
  neighbours: number;
  /** As it was last finished, by whether it was protected. */
  readonly finished: Map<boolean, EntityView>;
}

const held = flatSelect(
  ['records', orNull('first'), orNull('last')],
  `FROM holding WHERE hk BETWEEN ?2 AND ?3 AND ${seen(`hk % ${originBits}`)}`,
);

/** Records and holdings of a hub in scope, folded. Only records that are new are read when nothing went away. */
export function hubView(sight: Sight, e: number, state: HubState): KeptView {
  const { at, scope } = sight;
  const key = `${e} ${scope.key}`;
  const known = at.views.get(key);
  const isSame = known?.state.epoch === state.epoch && known.state.version === state.version;
  const kept = known && isSame ? known : refresh(sight, { e, state, known });
  at.views.keep(key, kept, kept.fold.bytes * 2);
  return kept;
}

function refresh(
  sight: Sight,
  { e, state, known }: { readonly e: number; readonly state: HubState; readonly known: KeptView | undefined },
): KeptView {
  const cells = readFlat<number | null>(sight.at.db, held, [sight.bytes, ...sight.holdingRange(e)]);
  let records = 0;
  let first: number | null = null;
  let last: number | null = null;
  for (let i = 0; i < cells.length; i += 3) {
    records += cells[i]!;
    const [begin, end] = [cells[i + 1]!, cells[i + 2]!];
    if (begin !== null && (first === null || begin < first)) first = begin;
    if (end !== null && (last === null || end > last)) last = end;
  }
  const upTo = ((sight.at.db.value<number | null>('SELECT max(r) FROM report') ?? 0) + 1) * ordinalBits - 1;
  const isGrown = known?.state.epoch === state.epoch && known.state.version < state.version;
  let fold = isGrown ? known.fold : null;
  if (fold && isGrown) addAll(fold, readRecordsSince(sight, { e, after: known.upTo, upTo }));
  // Records that were moved here are older than the newest one: then they do not add up.
  if (fold?.records !== records) {
    fold = new RecordFold();
    addAll(fold, readRecordsOf(sight, e));
  }
  return { fold, state, upTo, first, last, neighbours: countSome(sight, e), finished: new Map() };
}

function addAll(fold: RecordFold, records: Iterable<RecordFacts>): void {
  for (const record of records) fold.add(record);
}

/** Distinct neighbours in scope, telling links counted in; stops where it is generic. */
function countSome(sight: Sight, e: number): number {
  const { count, other, o } = sight.rows(e);
  let neighbours = 0;
  for (let i = 0, before = -1; i < count && neighbours < limits.genericNeighbours; i++)
    if (sight.bytes[o[i]!] === 1 && other[i] !== before) {
      before = other[i]!;
      neighbours++;
    }
  return neighbours;
}
