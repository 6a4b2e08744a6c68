import { compareNewest, compareText } from '../../../model/entityView.ts';
import type { Encounter, PointerView } from '../../../model/views.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { LookupAnswer, PointerAnswer } from '../../ports/graphStore.ts';
import { ordinalBits, rule } from '../interning.ts';
import type { SqlValue } from '../sqlite.ts';
import { seen, type Sight } from './sight.ts';

/** A record out of sight. */
interface HiddenRecord {
  readonly id: string;
  readonly e: number;
  readonly o: number;
  readonly isSealed: boolean;
  readonly number: string;
  readonly receivedAt: number;
  readonly contact: string | null;
}

/** Pointers of one visible entity. A person answers only where an identity number is shared. */
export function pointers(sight: Sight, id: string): PointerAnswer {
  const e = sight.find(id);
  if (e === null || !sight.kindOf(e).answersWithPointer) return { pointers: [], encounters: [] };
  if (sight.at.interning.kindOf(e) !== PERSON) return answer(sight, hiddenRecords(sight, 'record.e = ?2', [e]));
  const shared = `EXISTS (SELECT 1 FROM record AS mine, json_each(mine.keys) AS my, json_each(record.keys) AS their
    WHERE mine.e = ?2 AND ${seen('mine.o')} AND my.value = their.value)`;
  return answer(sight, hiddenRecords(sight, `record.e = ?2 AND ${shared}`, [e]));
}

/** Who holds one of these keys. */
export function lookup(sight: Sight, keys: readonly string[]): LookupAnswer {
  const unique = JSON.stringify([...new Set(keys)]);
  const having = 'record.rec IN (SELECT rec FROM record_key WHERE key IN (SELECT value FROM json_each(?2)))';
  const visible = sight.at.db.all<[number]>(`SELECT DISTINCT e FROM record WHERE ${having} AND ${seen('o')}`, [
    sight.bytes,
    unique,
  ]);
  const found = visible
    .map(([e]) => e)
    .filter((e) => !sight.isProtected(e))
    .map((e) => ({ id: sight.idOf(e), lastSeen: sight.lastSeen(e) }))
    .sort((a, b) => compareNewest(a.lastSeen, b.lastSeen) || compareText(a.id, b.id));
  const hidden = hiddenRecords(sight, having, [unique]).filter(({ e }) => sight.kindOf(e).answersWithPointer);
  return { entityIds: found.map(({ id }) => id), ...answer(sight, hidden) };
}

function hiddenRecords(sight: Sight, condition: string, parameters: readonly SqlValue[]): HiddenRecord[] {
  return sight.at.db
    .all<[number, number, number, number, string, number, string, string | null]>(
      `SELECT rec, e, record.o, rule, number, received, seed, body ->> 'contact' FROM record JOIN report ON report.r = rec / ${ordinalBits}
       WHERE ${condition} AND NOT ${seen('record.o')}`,
      [sight.bytes, ...parameters],
    )
    .map(([rec, e, o, outside, number, receivedAt, seed, contact]) => ({
      id: sight.at.ids.part('record', seed, rec % ordinalBits),
      e,
      o,
      isSealed: (outside & rule.sealed) !== 0,
      number,
      receivedAt,
      contact,
    }));
}

/** A protected person's records answer as sealed ones: no pointer, and the holder is told. */
function answer(sight: Sight, hidden: readonly HiddenRecord[]): PointerAnswer {
  const newest = [...hidden].sort((a, b) => b.receivedAt - a.receivedAt || compareText(a.id, b.id));
  const pointing = new Map<string, PointerView>();
  const encounters = new Map<string, Encounter>();
  for (const record of newest) {
    const { agency } = sight.at.interning.origin(record.o);
    const entityId = sight.idOf(record.e);
    const outsideAudience = record.isSealed ? 'SEALED' : 'POINTER';
    const met = `${record.number} ${entityId}`;
    if (!encounters.has(met)) encounters.set(met, { holder: agency, reportNumber: record.number, entityId, outsideAudience });
    if (record.isSealed || sight.isProtected(record.e)) continue;
    const key = `${agency} ${entityId}`;
    const known = pointing.get(key);
    if (!known) pointing.set(key, { agency, entityId, contact: record.contact });
    else if (known.contact === null && record.contact !== null) pointing.set(key, { ...known, contact: record.contact });
  }
  return {
    pointers: [...pointing.values()].sort((a, b) => compareText(a.agency, b.agency) || compareText(a.entityId, b.entityId)),
    encounters: [...encounters.values()].sort(
      (a, b) =>
        compareText(a.holder, b.holder) || compareText(a.reportNumber, b.reportNumber) || compareText(a.entityId, b.entityId),
    ),
  };
}
