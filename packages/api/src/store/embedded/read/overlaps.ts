import { compareNewest, compareText } from '../../../model/entityView.ts';
import { isOpenCase, overlapReasons, overlapStrength } from '../../../model/overlapStrength.ts';
import type { Page } from '../../../model/views.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { kindBits, originBits } from '../interning.ts';
import { numberAt, pageOf, textAt, timeAt } from './page.ts';
import { pointers } from './pointers.ts';
import { seen, type Sight } from './sight.ts';

interface Ranked {
  readonly view: OverlapView;
  readonly isGeneric: boolean;
}

/** Entities that several agencies hold, within the scope. */
export function overlaps(sight: Sight, query: OverlapQuery): Page<OverlapView> {
  const ranked = candidates(sight, query)
    .map((e) => rank(sight, query, e))
    .filter((overlap) => overlap !== null);
  const compare =
    query.order === 'STRENGTH'
      ? (a: OverlapView, b: OverlapView) => b.strength - a.strength || compareText(a.entityId, b.entityId)
      : (a: OverlapView, b: OverlapView) => compareNewest(a.lastSeen, b.lastSeen) || compareText(a.entityId, b.entityId);
  ranked.sort((a, b) => Number(a.isGeneric) - Number(b.isGeneric) || compare(a.view, b.view));
  const page = pageOf(
    ranked,
    query.page,
    ({ view, isGeneric }) => [Number(isGeneric), query.order === 'STRENGTH' ? view.strength : view.lastSeen, view.entityId],
    (a, b) =>
      numberAt(a, 0) - numberAt(b, 0) ||
      (query.order === 'STRENGTH' ? numberAt(b, 1) - numberAt(a, 1) : compareNewest(timeAt(a, 1), timeAt(b, 1))) ||
      compareText(textAt(a, 2), textAt(b, 2)),
  );
  return { ...page, items: page.items.map(({ item, position }) => ({ item: item.view, position })) };
}

/** Entities that two agencies hold, seen or not; all of them where one agency is enough. */
function candidates(sight: Sight, query: OverlapQuery): number[] {
  const rows =
    query.minimumAgencies > 1
      ? sight.at.db.all<[number]>('SELECT e FROM shared')
      : sight.at.db.all<[number]>(`SELECT DISTINCT hk / ${originBits} FROM holding WHERE ${seen(`hk % ${originBits}`)}`, [
          sight.bytes,
        ]);
  const kinds = query.kinds && new Set(query.kinds.map((kind) => sight.at.interning.findKind(kind)));
  return rows.map(([e]) => e).filter((e) => kinds === null || kinds.has(e % kindBits));
}

function rank(sight: Sight, query: OverlapQuery, e: number): Ranked | null {
  const held = sight.at.db.all<[number, number, number]>(
    `SELECT hk % ${originBits}, reports, received FROM holding WHERE hk BETWEEN ?2 AND ?3 AND ${seen(`hk % ${originBits}`)}`,
    [sight.bytes, e * originBits, e * originBits + originBits - 1],
  );
  if (held.length === 0 || sight.isProtected(e)) return null;
  const since = new Map<string, number>();
  for (const [o, , received] of held) {
    const { agency } = sight.at.interning.origin(o);
    since.set(agency, Math.min(received, since.get(agency) ?? Infinity));
  }
  const agencies = [...since.keys()].sort();
  const entityId = sight.idOf(e);
  const pointing = pointers(sight, entityId).pointers.map((pointer) => pointer.agency);
  const pointerAgencies = [...new Set(pointing)].filter((agency) => !since.has(agency)).sort();
  const all = [...agencies, ...pointerAgencies];
  if (all.length < query.minimumAgencies) return null;
  if (query.agencies && !query.agencies.every((agency) => all.includes(agency))) return null;
  if (!query.agencyGroups.every((group) => group.some((agency) => all.includes(agency)))) return null;
  const lastSeen = sight.lastSeen(e);
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return null;
  const parts = {
    agencies: agencies.length,
    ...countAround(sight, e),
    ageDays: lastSeen === null ? null : (query.now - lastSeen) / 86_400_000,
  };
  return {
    isGeneric: sight.isGeneric(e),
    view: {
      entityId,
      agencies,
      pointerAgencies,
      reports: held.reduce((sum, [, reports]) => sum + reports, 0),
      lastSeen,
      strength: overlapStrength(parts),
      reasons: overlapReasons(parts, pointerAgencies.length),
      sharedSince: [...since.values()].sort((a, b) => a - b)[1] ?? null,
    },
  };
}

function countAround(sight: Sight, e: number): { readonly holders: number; readonly openCases: number } {
  const rows = sight.rows(e);
  const holders = new Set<number>();
  const cases = new Set<number>();
  for (const row of rows) {
    if (row.otherKind === ORGANIZATION || (row.otherKind === PERSON && !sight.isProtected(row.other))) holders.add(row.other);
    if (row.otherKind === CASE && row.linkKind === INVOLVED_IN) cases.add(row.other);
  }
  return { holders: holders.size, openCases: [...cases].filter((c) => isOpen(sight, c)).length };
}

/** Open unless some visible record gives a status that says it is over. */
function isOpen(sight: Sight, legalCase: number): boolean {
  return sight
    .records(legalCase)
    .flatMap((record) => record.properties.filter((property) => property.name === 'status'))
    .every((property) => property.values.every(({ value }) => isOpenCase(value)));
}
