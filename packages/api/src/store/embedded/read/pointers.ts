import { compareNewest, compareText } from '../../../model/entityView.ts';
import type { Encounter, PointerView } from '../../../model/views.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { LookupAnswer, PointerAnswer } from '../../ports/graphStore.ts';
import { ordinalBits, rule } from '../interning.ts';
import type { SqlValue } from '../sqlite.ts';
import { firstContacts } from './contacts.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import { readLastSeen } from './lastSeen.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** A record out of sight. */
export interface HiddenRecord {
  readonly rec: number;
  readonly e: number;
  readonly agency: string;
  readonly isSealed: boolean;
  readonly number: string;
  readonly receivedAt: number;
  readonly seed: string;
}

const hiddenColumns = ['rec', 'record.e', 'record.o', 'rule', 'received', 'json_quote(number)', quoted('seed')];
const reported = `JOIN report ON report.r = rec / ${ordinalBits}`;
const ofEntities = flatSelect(
  hiddenColumns,
  `FROM json_each(?2) AS asked CROSS JOIN record ON record.e = asked.value CROSS ${reported} WHERE NOT ${seen('record.o')}`,
);
/** Of a person only records that share an identity number with one that is seen. */
const ofPeople = `${ofEntities} AND EXISTS (SELECT 1 FROM json_each(record.keys) AS their WHERE their.value IN (
  SELECT my.value FROM record AS mine, json_each(mine.keys) AS my WHERE mine.e = asked.value AND ${seen('mine.o')}))`;
const having = 'record.rec IN (SELECT rec FROM record_key WHERE key IN (SELECT value FROM json_each(?2)))';
const ofKeys = flatSelect(hiddenColumns, `FROM record ${reported} WHERE ${having} AND NOT ${seen('record.o')}`);

/** Pointers of visible entities in their order; null answers as nothing. */
export function pointers(sight: Sight, entities: readonly (number | null)[]): PointerAnswer[] {
  const answering = [...new Set(entities)].filter((e) => e !== null).filter((e) => sight.kindOf(e).answersWithPointer);
  const byEntity = new Map<number, HiddenRecord[]>(answering.map((e) => [e, []]));
  for (const record of hiddenOf(sight, answering)) byEntity.get(record.e)!.push(record);
  return entities.map((e) => answer(sight, (e !== null && byEntity.get(e)) || []));
}

function hiddenOf(sight: Sight, entities: readonly number[]): HiddenRecord[] {
  const isPerson = (e: number): boolean => sight.at.interning.kindOf(e) === PERSON;
  const people = entities.filter(isPerson);
  const things = entities.filter((e) => !isPerson(e));
  return [...(people.length > 0 ? hidden(sight, ofPeople, [JSON.stringify(people)]) : [])].concat(
    things.length > 0 ? hidden(sight, ofEntities, [JSON.stringify(things)]) : [],
  );
}

/** Who holds one of these keys. */
export function lookup(sight: Sight, keys: readonly string[]): LookupAnswer {
  const unique = JSON.stringify([...new Set(keys)]);
  const visible = readFlat<number>(sight.at.db, `SELECT group_concat(DISTINCT e) FROM record WHERE ${having} AND ${seen('o')}`, [
    sight.bytes,
    unique,
  ]);
  sight.know(visible);
  sight.learnProtection(visible);
  const open = visible.filter((e) => !sight.isProtected(e));
  const lastSeen = readLastSeen(sight, open);
  const found = open
    .map((e) => ({ id: sight.idOf(e), lastSeen: lastSeen.get(e)! }))
    .sort((a, b) => compareNewest(a.lastSeen, b.lastSeen) || compareText(a.id, b.id));
  const outside = hidden(sight, ofKeys, [unique]).filter(({ e }) => sight.kindOf(e).answersWithPointer);
  return { entityIds: found.map(({ id }) => id), ...answer(sight, outside) };
}

function hidden(sight: Sight, sql: string, parameters: readonly SqlValue[]): HiddenRecord[] {
  const cells = readFlat<number | string>(sight.at.db, sql, [sight.bytes, ...parameters]);
  const records: HiddenRecord[] = [];
  for (let at = 0; at < cells.length; at += hiddenColumns.length) {
    const [rec, e, o, outside, receivedAt, number, seed] = cells.slice(at, at + hiddenColumns.length) as [
      number,
      number,
      number,
      number,
      number,
      string,
      string,
    ];
    const { agency } = sight.at.interning.origin(o);
    records.push({ rec, e, agency, isSealed: (outside & rule.sealed) !== 0, number, receivedAt, seed });
  }
  return records;
}

/** A protected person's records answer as sealed ones: no pointer, and the holder is told. */
function answer(sight: Sight, records: readonly HiddenRecord[]): PointerAnswer {
  const entities = [...new Set(records.map(({ e }) => e))];
  sight.know(entities);
  sight.learnProtection(entities);
  const idOf = ({ seed, rec }: HiddenRecord): string => sight.at.ids.part('record', seed, rec % ordinalBits);
  const newest = [...records].sort(
    (a, b) => b.receivedAt - a.receivedAt || (a.rec === b.rec ? 0 : compareText(idOf(a), idOf(b))),
  );
  const pointing = new Map<string, { readonly view: PointerView; readonly records: HiddenRecord[] }>();
  const encounters = new Map<string, Encounter>();
  for (const record of newest) {
    const { agency, number } = record;
    const entityId = sight.idOf(record.e);
    const met = `${number} ${entityId}`;
    const outsideAudience = record.isSealed ? 'SEALED' : 'POINTER';
    if (!encounters.has(met)) encounters.set(met, { holder: agency, reportNumber: number, entityId, outsideAudience });
    if (record.isSealed || sight.isProtected(record.e)) continue;
    const key = `${agency} ${entityId}`;
    const known = pointing.get(key);
    if (known) known.records.push(record);
    else pointing.set(key, { view: { agency, entityId, contact: null }, records: [record] });
  }
  const all = [...pointing.values()];
  const contacts = firstContacts(
    sight,
    all.map((pointer) => pointer.records),
  );
  return {
    pointers: all
      .map(({ view }, i) => ({ ...view, contact: contacts[i]! }))
      .sort((a, b) => compareText(a.agency, b.agency) || compareText(a.entityId, b.entityId)),
    encounters: [...encounters.values()].sort(
      (a, b) =>
        compareText(a.holder, b.holder) || compareText(a.reportNumber, b.reportNumber) || compareText(a.entityId, b.entityId),
    ),
  };
}
