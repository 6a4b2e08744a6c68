import { strengthBound } from '../../../model/overlapStrength.ts';
import { CASE } from '../../../model/vocabularyWords.ts';
import { kindBits } from '../interning.ts';
import { flatSelect, readFlat } from './flat.ts';
import { candidatePortions, type Candidate } from './overlapCandidates.ts';
import { rankHeld, readHeld, type Ranked } from './overlapRank.ts';
import { walkCandidates } from './overlapWalk.ts';
import type { Sight } from './sight.ts';

/**
 * The strongest overlaps of one scope, whatever the clock says: strength decays for all alike. Everything that is not
 * among them has at most the score `floor` (`scoreOf`; -Infinity: there is nothing else).
 */
export interface KeptRanking {
  readonly ranked: Map<number, Ranked>;
  readonly floor: number;
  /** Number of the change up to which it holds. */
  readonly upTo: number;
}

/** Some pages of a hundred. */
const keptOverlaps = 400;
const changesAtMost = 5_000;
const entitiesAtMost = 5_000;
/** For the sake of rounding. */
const hair = 1e-6;

export function keptRanking(sight: Sight): KeptRanking {
  const { rankings, db } = sight.at;
  const upTo = db.value<number | null>('SELECT max(seq) FROM change') ?? 0;
  const known = rankings.get(sight.scope.key);
  const kept = known?.upTo === upTo ? known : ((known && bringUpToDate(sight, known, upTo)) ?? rankAnew(sight, upTo));
  // While a store is loaded in bulk, what is shared is not derived yet, and no change will tell when it is.
  const isLoading = db.value('SELECT 1 FROM unfinished WHERE work = ?', ['load']) !== undefined;
  if (!isLoading) rankings.keep(sight.scope.key, kept, 500 + kept.ranked.size * 400);
  return kept;
}

function enough({ at }: Sight): number {
  return at.keptOverlaps ?? keptOverlaps;
}

/** Strength as a logarithm, without the clock. */
function scoreOf({ agencies, openCases, holders, lastSeen }: Ranked): number {
  return strengthBound({ agencies: agencies.length, openCases, lastSeen }) - Math.log2(Math.log2(2 + holders));
}

function rankAnew(sight: Sight, upTo: number): KeptRanking {
  const ranked = new Map<number, Ranked>();
  let floor = -Infinity;
  const missed = walkCandidates(sight, candidatePortions(sight, { kinds: null, minimumAgencies: 2, order: 'STRENGTH' }), {
    canReach: (bound) => bound === null || bound + hair >= floor,
    isNear: ({ bound }) => bound + hair >= floor,
    promise: ({ bound }) => bound,
    take: (some) => {
      for (const one of some) ranked.set(one.e, one);
      floor = cut(ranked, floor, enough(sight));
    },
  });
  return { ranked, floor: Math.max(floor, missed ?? -Infinity), upTo };
}

/** Keeps the best ones, when there are more than that, and answers what all others do not exceed. Generic ones do not count. */
function cut(ranked: Map<number, Ranked>, floor: number, count: number): number {
  const plain = [...ranked.values()].filter(({ isGeneric }) => !isGeneric).map(scoreOf);
  if (plain.length <= count) return floor;
  const least = plain.sort((a, b) => b - a)[count]!;
  for (const one of ranked.values()) if (scoreOf(one) <= least) ranked.delete(one.e);
  return Math.max(floor, least);
}

const sharedOf = flatSelect(
  ['shared.e', 'bound', 'cases'],
  'FROM json_each(?1) AS asked CROSS JOIN shared ON shared.e = asked.value WHERE bound >= ?2',
);

/** Ranks again what changed, and who is ranked by it. Null: too much has changed. */
function bringUpToDate(sight: Sight, { ranked: before, floor, upTo: since }: KeptRanking, upTo: number): KeptRanking | null {
  const changed = since < upTo && upTo - since <= changesAtMost ? changedEntities(sight, since) : null;
  if (!changed) return null;
  const ranked = new Map(before);
  for (const e of changed) ranked.delete(e);
  const candidates: Candidate[] = [];
  const cells = readFlat<number>(sight.at.db, sharedOf, [
    JSON.stringify([...changed]),
    Math.max(floor - hair, -Number.MAX_VALUE),
  ]);
  for (let at = 0; at < cells.length; at += 3) candidates.push({ e: cells[at]!, bound: cells[at + 1]!, cases: cells[at + 2]! });
  const isNear = ({ bound }: { readonly bound: number }): boolean => bound + hair >= floor;
  for (const one of rankHeld(sight, readHeld(sight, candidates).filter(isNear), { isNear }))
    if (scoreOf(one) > floor) ranked.set(one.e, one);
  return { ranked, floor: cut(ranked, floor, enough(sight) * 2), upTo };
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
