import { isOpenCase, overlapReasons, overlapStrength, strengthAtMost, strengthBound } from '../../../model/overlapStrength.ts';
import { comparePositions, type Order } from '../../../model/positions.ts';
import type { Page, Position } from '../../../model/views.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { kindBits, originBits } from '../interning.ts';
import { pointers } from './pointers.ts';
import { seen, type Sight } from './sight.ts';

const order: readonly Order[] = ['up', 'down', 'up'];

interface Ranked {
  readonly e: number;
  readonly view: OverlapView;
  readonly isGeneric: boolean;
}

interface Candidate {
  readonly e: number;
  /** No scope's strength, or last seen, is above it. */
  readonly bound: number | null;
  /** Cases it is involved in, at most. */
  readonly cases: number;
}

/**
 * Entities that several agencies hold, within the scope. What is kept for all scopes is an upper bound of the strength
 * (or of last seen); candidates are looked at from the highest bound down, until no later one can reach the page.
 */
export function overlaps(sight: Sight, query: OverlapQuery): Pick<Page<OverlapView>, 'items' | 'hasNext'> {
  const { first, after } = query.page;
  const place = (ranked: Ranked): Position => positionIn(query, ranked);
  const plain: Ranked[] = [];
  const generic: Ranked[] = [];
  for (const candidate of candidates(sight, query)) {
    const last = plain.length > first ? plain[first]! : null;
    if (last && cannotReach(query, candidate, last)) break;
    const ranked = rank(sight, query, { ...candidate, least: last && query.order === 'STRENGTH' ? last.view.strength : 0 });
    if (!ranked || (after && comparePositions(place(ranked), after, order) <= 0)) continue;
    insert(ranked.isGeneric ? generic : plain, ranked, (a, b) => comparePositions(place(a), place(b), order));
  }
  const all = [...plain, ...generic];
  return {
    items: all.slice(0, first).map((ranked) => ({ item: ranked.view, position: place(ranked) })),
    hasNext: all.length > first,
  };
}

function positionIn(query: OverlapQuery, { view, isGeneric }: Ranked): Position {
  return [Number(isGeneric), query.order === 'STRENGTH' ? view.strength : view.lastSeen, view.entityId];
}

function insert<T>(sorted: T[], item: T, compare: (a: T, b: T) => number): void {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, item);
}

function cannotReach(query: OverlapQuery, { bound }: Candidate, last: Ranked): boolean {
  if (query.order === 'NEWEST') return last.view.lastSeen !== null && (bound === null || bound < last.view.lastSeen);
  return bound !== null && strengthAtMost(bound, query.now) < last.view.strength;
}

const atOnce = 500;
/** Where nothing is kept: more than any entity has. */
const mostCases = 1e9;

/** From the highest bound down; all visible entities where one agency is enough. */
function* candidates(sight: Sight, query: OverlapQuery): Generator<Candidate> {
  const kinds = query.kinds && new Set(query.kinds.map((kind) => sight.at.interning.findKind(kind)));
  const isWanted = (e: number): boolean => kinds === null || kinds.has(e % kindBits);
  if (query.minimumAgencies < 2) {
    const all = sight.at.db.all<[number]>(`SELECT DISTINCT hk / ${originBits} FROM holding WHERE ${seen(`hk % ${originBits}`)}`, [
      sight.bytes,
    ]);
    for (const [e] of all) if (isWanted(e)) yield { e, bound: Number.MAX_VALUE, cases: mostCases };
    return;
  }
  const column = query.order === 'STRENGTH' ? 'bound' : 'last';
  for (let from = 0; ; from += atOnce) {
    const rows = sight.at.db.all<[number, number | null, number]>(
      `SELECT e, ${column}, cases FROM shared ORDER BY ${column} DESC LIMIT ? OFFSET ?`,
      [atOnce, from],
    );
    for (const [e, bound, cases] of rows) if (isWanted(e)) yield { e, bound, cases };
    if (rows.length < atOnce) return;
  }
}

/** Null when it does not belong in the list, or is plainly weaker than `least`: what costs most is asked last. */
function rank(sight: Sight, query: OverlapQuery, { e, cases, least }: Candidate & { readonly least: number }): Ranked | null {
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
  const lastSeen = sight.lastSeen(e);
  if (query.since !== null && (lastSeen === null || lastSeen < query.since)) return null;
  const bound = strengthBound({ agencies: since.size, openCases: cases, lastSeen });
  if (strengthAtMost(bound, query.now) < least) return null;
  const entityId = sight.idOf(e);
  const pointing = pointers(sight, entityId).pointers.map((pointer) => pointer.agency);
  const pointerAgencies = [...new Set(pointing)].filter((agency) => !since.has(agency)).sort();
  const agencies = [...since.keys()].sort();
  if (!holdsEnough(query, [...agencies, ...pointerAgencies])) return null;
  const parts = {
    agencies: agencies.length,
    ...countAround(sight, e),
    ageDays: lastSeen === null ? null : (query.now - lastSeen) / 86_400_000,
  };
  return {
    e,
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

function holdsEnough(query: OverlapQuery, holders: readonly string[]): boolean {
  if (holders.length < query.minimumAgencies) return false;
  if (query.agencies && !query.agencies.every((agency) => holders.includes(agency))) return false;
  return query.agencyGroups.every((group) => group.some((agency) => holders.includes(agency)));
}

function countAround(sight: Sight, e: number): { readonly holders: number; readonly openCases: number } {
  const holders = new Set<number>();
  const cases = new Set<number>();
  for (const row of sight.rows(e)) {
    if (row.otherKind === ORGANIZATION || (row.otherKind === PERSON && !sight.isProtected(row.other))) holders.add(row.other);
    if (row.otherKind === CASE && row.linkKind === INVOLVED_IN) cases.add(row.other);
  }
  return { holders: holders.size, openCases: [...cases].filter((legalCase) => isOpen(sight, legalCase)).length };
}

/** Open unless some visible record gives a status that says it is over. */
function isOpen(sight: Sight, legalCase: number): boolean {
  return sight
    .records(legalCase)
    .flatMap((record) => record.properties.filter((property) => property.name === 'status'))
    .every((property) => property.values.every(({ value }) => isOpenCase(value)));
}
