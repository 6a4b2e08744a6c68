import { compareNewest } from '../../../model/entityView.ts';
import { strengthAtMost } from '../../../model/overlapStrength.ts';
import { comparePositions } from '../../../model/positions.ts';
import type { Page } from '../../../model/views.ts';
import type { OverlapQuery, OverlapView } from '../../ports/graphStore.ts';
import { kindBits } from '../interning.ts';
import { keptRanking } from './keptRanking.ts';
import { candidatePortions } from './overlapCandidates.ts';
import { order, orderedBy, placeRanked, showOverlap, type Placed } from './overlapPage.ts';
import type { Ranked, Sketch } from './overlapRank.ts';
import { walkCandidates } from './overlapWalk.ts';
import { pointingAgencies } from './pointingAgencies.ts';
import type { Sight } from './sight.ts';

type Answer = Pick<Page<OverlapView>, 'items' | 'hasNext'>;

/**
 * Entities that several agencies hold, within the scope. What is kept for all scopes is an upper bound of the strength
 * (or of last seen); candidates are looked at from the highest bound down, until no later one can reach the page. The
 * first ones of a scope are kept in memory, brought up to date by the change log.
 */
export function overlaps(sight: Sight, query: OverlapQuery): Answer {
  return (query.minimumAgencies > 1 ? fromKept(sight, query) : null) ?? fromWalk(sight, query);
}

const atOnce = 100;

/** Null where what is kept does not reach down to the end of the page. */
function fromKept(sight: Sight, query: OverlapQuery): Answer | null {
  const { ranked, floor } = keptRanking(sight, query.order);
  const best = ofKinds(sight, query, [...ranked.values()])
    .filter(isLate(query))
    .map((one) => ({ one, by: orderedBy(query, one) }))
    .sort((a, b) => compareNewest(a.by, b.by));
  const wanted = new Best(query.page.first + 1);
  for (let from = 0; from < best.length; from += atOnce) {
    // Whom it points at is asked of those only that can be on the page.
    if (wanted.last && compareNewest(best[from]!.by, wanted.last.position[1] as number | null) > 0) break;
    wanted.add(
      placeRanked(
        sight,
        query,
        best.slice(from, from + atOnce).map(({ one }) => one),
      ),
    );
  }
  const atMost = query.order === 'STRENGTH' ? strengthAtMost(floor, query.now) : floor;
  const isWhole = floor === -Infinity || (wanted.last && ((wanted.last.position[1] as number | null) ?? -Infinity) > atMost);
  return isWhole ? pageOf(sight, query, wanted) : null;
}

function fromWalk(sight: Sight, query: OverlapQuery): Answer {
  const wanted = new Best(query.page.first + 1);
  const isLateEnough = isLate(query);
  const isNewest = query.order === 'NEWEST';
  const canReach = (bound: number | null): boolean => {
    const { last } = wanted;
    if (!last) return true;
    if (isNewest) return last.ranked.lastSeen === null || (bound !== null && bound >= last.ranked.lastSeen);
    return bound === null || strengthAtMost(bound, query.now) >= (last.position[1] as number);
  };
  walkCandidates(sight, candidatePortions(sight, query), {
    canReach,
    isNear: (sketch) => isLateEnough(sketch) && canReach(isNewest ? sketch.lastSeen : sketch.bound),
    promise: (sketch) => (isNewest ? (sketch.lastSeen ?? -Infinity) : sketch.bound),
    take: (ranked) => wanted.add(placeRanked(sight, query, ranked)),
  });
  return pageOf(sight, query, wanted);
}

function isLate({ since }: OverlapQuery): (sketch: Pick<Sketch, 'lastSeen'>) => boolean {
  return ({ lastSeen }) => since === null || (lastSeen !== null && lastSeen >= since);
}

function ofKinds(sight: Sight, { kinds }: OverlapQuery, ranked: readonly Ranked[]): readonly Ranked[] {
  const numbers = kinds && new Set(kinds.map((kind) => sight.at.interning.findKind(kind)));
  return numbers ? ranked.filter(({ e }) => numbers.has(e % kindBits)) : ranked;
}

/** The best so far, generic ones behind all others. */
class Best {
  #plain: Placed[] = [];
  #generic: Placed[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(placed: readonly Placed[]): void {
    this.#plain = this.#firstOf([...this.#plain, ...placed.filter(({ ranked }) => !ranked.isGeneric)]);
    this.#generic = this.#firstOf([...this.#generic, ...placed.filter(({ ranked }) => ranked.isGeneric)]);
  }

  /** The last that is wanted, when there are enough. */
  get last(): Placed | undefined {
    return this.#plain[this.#count - 1];
  }

  get all(): Placed[] {
    return [...this.#plain, ...this.#generic];
  }

  #firstOf(placed: Placed[]): Placed[] {
    return placed.sort((a, b) => comparePositions(a.position, b.position, order)).slice(0, this.#count);
  }
}

function pageOf(sight: Sight, query: OverlapQuery, { all }: Best): Answer {
  const { first } = query.page;
  const page = all.slice(0, first);
  const unasked = page.filter(({ pointing }) => !pointing).map(({ ranked }) => ranked.e);
  const asked = pointingAgencies(sight, unasked);
  return {
    items: page.map(({ ranked, position, pointing }) => ({
      item: showOverlap(sight, query, ranked, pointing ?? asked.get(ranked.e)!),
      position,
    })),
    hasNext: all.length > first,
  };
}
