import { strengthBound } from '../../../model/overlapStrength.ts';
import { CASE } from '../../../model/vocabularyWords.ts';
import { kindBits } from '../interning.ts';
import type { OverlapQuery } from '../../ports/graphStore.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { boundColumn, candidatePortions, type Candidate } from './overlapCandidates.ts';
import { rankHeld, readHeld, type Ranked, type Sketch } from './overlapRank.ts';
import { walkCandidates } from './overlapWalk.ts';
import type { Sight } from './sight.ts';

type Order = OverlapQuery['order'];

/**
 * The strongest overlaps of one scope, or the newest, whatever the clock says: strength decays for all alike. Everything
 * that is not among them has at most the score `floor` (`scoreOf`; -Infinity: there is nothing else).
 */
export interface KeptRanking {
  readonly ranked: Map<number, Ranked>;
  readonly floor: number;
  /** Number of the change up to which it holds. */
  readonly upTo: number;
}

interface Wanted {
  readonly order: Order;
  readonly upTo: number;
}

/** Some pages of a hundred. */
const keptOverlaps = 400;
const changesAtMost = 5_000;
const entitiesAtMost = 5_000;
/** For the sake of rounding. */
const hair = 1e-6;

export function keptRanking(sight: Sight, order: Order): KeptRanking {
  const { rankings, db } = sight.at;
  const key = `${order} ${sight.scope.key}`;
  const upTo = db.value<number | null>('SELECT max(seq) FROM change') ?? 0;
  const known = rankings.get(key);
  const wanted = { order, upTo };
  const kept = known?.upTo === upTo ? known : ((known && bringUpToDate(sight, known, wanted)) ?? rankAnew(sight, wanted));
  // While a store is loaded in bulk, what is shared is not derived yet, and no change will tell when it is.
  const isLoading = db.value('SELECT 1 FROM unfinished WHERE work = ?', ['load']) !== undefined;
  if (!isLoading) rankings.keep(key, kept, 500 + kept.ranked.size * 400);
  return kept;
}

function enough({ at }: Sight): number {
  return at.keptOverlaps ?? keptOverlaps;
}

/** Last seen; or strength as a logarithm, without the clock. */
function scoreOf({ agencies, openCases, holders, lastSeen }: Ranked, order: Order): number {
  if (order === 'NEWEST') return lastSeen ?? -Infinity;
  return strengthBound({ agencies: agencies.length, openCases, lastSeen }) - Math.log2(Math.log2(2 + holders));
}

/** The score is at most this, by what its holdings say. */
function mostOf({ bound, lastSeen }: Sketch, order: Order): number {
  return order === 'NEWEST' ? (lastSeen ?? -Infinity) : bound + hair;
}

function rankAnew(sight: Sight, { order, upTo }: Wanted): KeptRanking {
  const ranked = new Map<number, Ranked>();
  let floor = -Infinity;
  const missed = walkCandidates(sight, candidatePortions(sight, { kinds: null, minimumAgencies: 2, order }), {
    canReach: (bound) => (bound ?? -Infinity) + hair >= floor,
    isNear: (sketch) => mostOf(sketch, order) >= floor,
    promise: (sketch) => mostOf(sketch, order),
    take: (some) => {
      for (const one of some) ranked.set(one.e, one);
      floor = cut(ranked, { floor, order, count: enough(sight) });
    },
  });
  return { ranked, floor: Math.max(floor, missed ?? -Infinity), upTo };
}

/** Keeps the best ones, when there are more than that, and answers what all others do not exceed. Generic ones do not count. */
function cut(
  ranked: Map<number, Ranked>,
  { floor, order, count }: { readonly floor: number; readonly order: Order; readonly count: number },
): number {
  const plain = [...ranked.values()].filter(({ isGeneric }) => !isGeneric).map((one) => scoreOf(one, order));
  if (plain.length <= count) return floor;
  const least = plain.sort((a, b) => (a === b ? 0 : b - a))[count]!;
  if (least === -Infinity) return floor;
  for (const one of ranked.values()) if (scoreOf(one, order) <= least) ranked.delete(one.e);
  return Math.max(floor, least);
}

const sharedOf = (order: Order): string =>
  flatSelect(
    ['shared.e', orNull(boundColumn(order)), 'cases'],
    `FROM json_each(?1) AS asked CROSS JOIN shared ON shared.e = asked.value WHERE ifnull(${boundColumn(order)}, ?2) >= ?2`,
  );

/** Ranks again what changed, and who is ranked by it. Null: too much has changed. */
function bringUpToDate(sight: Sight, known: KeptRanking, { order, upTo }: Wanted): KeptRanking | null {
  const { ranked: before, floor, upTo: since } = known;
  const changed = since < upTo && upTo - since <= changesAtMost ? changedEntities(sight, since) : null;
  if (!changed) return null;
  const ranked = new Map(before);
  for (const e of changed) ranked.delete(e);
  const candidates: Candidate[] = [];
  const cells = readFlat<number | null>(sight.at.db, sharedOf(order), [
    JSON.stringify([...changed]),
    Math.max(floor - hair, -Number.MAX_VALUE),
  ]);
  for (let at = 0; at < cells.length; at += 3) candidates.push({ e: cells[at]!, bound: cells[at + 1]!, cases: cells[at + 2]! });
  const isNear = (sketch: Sketch): boolean => mostOf(sketch, order) >= floor;
  for (const one of rankHeld(sight, readHeld(sight, candidates).filter(isNear), { isNear }))
    if (floor === -Infinity || scoreOf(one, order) > floor) ranked.set(one.e, one);
  return { ranked, floor: cut(ranked, { floor, order, count: enough(sight) * 2 }), upTo };
}

/** Entities that changes name, and neighbours of those by which others are ranked: cases, and people who may be protected. */
function changedEntities(sight: Sight, since: number): Set<number> | null {
  const changed = new Set<number>();
  for (const [text] of sight.at.db.all<[string]>('SELECT entities FROM change WHERE seq > ?', [since])) {
    const entities = JSON.parse(text) as number[];
    // None named: too many to name.
    if (entities.length === 0) return null;
    for (const e of entities) changed.add(e);
    if (changed.size > entitiesAtMost) return null;
  }
  const legalCase = sight.at.interning.findKind(CASE);
  sight.know(changed);
  const telling = [...changed].filter((e) => e % kindBits === legalCase || (sight.isPerson(e) && sight.isGuarded(e)));
  sight.learnRows(telling);
  for (const e of telling) {
    const { count, other } = sight.rows(e);
    for (let i = 0; i < count; i++) changed.add(other[i]!);
    if (changed.size > entitiesAtMost) return null;
  }
  return changed;
}
