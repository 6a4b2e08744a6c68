import { compareText } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import { cutPage } from '../../../model/positions.ts';
import {
  matchClass,
  matchOneTypo,
  matchWords,
  oneTypoVariants,
  typoLength,
  type MatchClass,
  type SearchPlan,
} from '../../../model/searchPlan.ts';
import type { SearchAnswer, SearchQuery } from '../../ports/graphStore.ts';
import { originBits } from '../interning.ts';
import { seen, type Sight } from './sight.ts';

/** One search document in scope: what one origin holds about one entity. */
interface SearchDocument {
  readonly hk: number;
  readonly e: number;
  readonly words: readonly string[];
}

/** Ranks what the full-text index proposes; the order is ours, not the engine's. */
export function search(sight: Sight, query: SearchQuery): SearchAnswer {
  const origins = allowedOrigins(sight, query.agencies);
  const found = findMatches(sight, query.plan, origins);
  const typos = found.size === 0 ? findTypos(sight, query.plan, origins) : null;
  const classes = typos?.classes ?? found;
  const facets = countKinds(sight, classes.keys());
  const wanted = [...classes].filter(([e]) => query.kinds === null || query.kinds.includes(sight.at.interning.kindOf(e)));
  const page = cutPage(
    wanted.map(([e, match]) => ({ id: sight.idOf(e), match, lastSeen: sight.lastSeen(e) })),
    ['up', 'down', 'up'],
    { ...query.page, positionOf: ({ match, lastSeen, id }) => [match, lastSeen, id] },
  );
  return {
    hits: page.items.map(({ item, position }) => ({ entityId: item.id, position })),
    hasNext: page.hasNext,
    total: Math.min(page.total, limits.exactTotal),
    isTotalExact: page.total <= limits.exactTotal,
    facets,
    correction: typos?.correction ?? null,
  };
}

/** One byte an origin: seen, and of the agencies asked for. */
function allowedOrigins(sight: Sight, agencies: readonly string[] | null): Buffer {
  if (agencies === null) return sight.bytes;
  return Buffer.from(
    sight.bytes.map((byte, o) => (byte === 1 && agencies.includes(sight.at.interning.origin(o).agency) ? 1 : 0)),
  );
}

function findMatches(sight: Sight, plan: SearchPlan, origins: Buffer): Map<number, MatchClass> {
  const classes = new Map<number, MatchClass>();
  const note = (e: number, match: MatchClass): void => {
    const known = classes.get(e);
    if (known === undefined ? !sight.isProtected(e) : match < known) classes.set(e, match);
  };
  for (const e of holders(sight, plan.keys, origins)) note(e, matchClass.exact);
  for (const document of candidates(sight, plan, origins)) {
    const match = matchWords(plan, document.words);
    if (match !== null) note(document.e, match);
  }
  return classes;
}

function holders(sight: Sight, keys: readonly string[], origins: Buffer): number[] {
  if (keys.length === 0) return [];
  const rows = sight.at.db.all<[number]>(
    `SELECT DISTINCT e FROM record WHERE rec IN (SELECT rec FROM record_key WHERE key IN (SELECT value FROM json_each(?2))) AND ${seen('o')}`,
    [origins, JSON.stringify(keys)],
  );
  return rows.map(([e]) => e);
}

/** Documents that may match; `matchWords` decides. */
function candidates(sight: Sight, plan: SearchPlan, origins: Buffer): SearchDocument[] {
  if (plan.pattern === null)
    return plan.alternatives
      .filter((words) => words.length > 0)
      .flatMap((words) => documents(sight, words.map(prefixOf).join(' '), origins));
  const terms = sight.at.db.all<[string]>('SELECT word FROM term WHERE word GLOB ?', [plan.pattern]).map(([term]) => term);
  return chunks(terms, 200).flatMap((some) => documents(sight, some.map((term) => `"${term}"`).join(' OR '), origins));
}

/** FTS5 text for a typed word. Words are [a-z0-9]+, so nothing needs escaping; the quotes keep AND, OR and NOT plain words. */
function prefixOf(word: string): string {
  return word.length < 2 ? `"${word}"` : `"${word}"*`;
}

function documents(sight: Sight, match: string, origins: Buffer): SearchDocument[] {
  return sight.at.db
    .all<[number, string]>(
      `SELECT hk, holding.words FROM fts JOIN holding ON hk = fts.rowid WHERE fts MATCH ?2 AND ${seen(`hk % ${originBits}`)}`,
      [origins, match],
    )
    .map(([hk, words]) => ({ hk, e: Math.floor(hk / originBits), words: words.split(' ') }));
}

interface Typos {
  readonly classes: Map<number, MatchClass>;
  readonly correction: SearchAnswer['correction'];
}

function findTypos(sight: Sight, plan: SearchPlan, origins: Buffer): Typos {
  const classes = new Map<number, MatchClass>();
  const meant = new Map<string, { typed: string; meant: string; documents: number }>();
  const looked = new Set<number>();
  for (const document of typoCandidates(sight, plan, origins)) {
    if (looked.has(document.hk) || sight.isProtected(document.e)) continue;
    looked.add(document.hk);
    const match = matchOneTypo(plan, document.words);
    if (!match) continue;
    classes.set(document.e, matchClass.oneTypo);
    for (const word of match.meant) {
      const key = `${word} ${match.typed}`;
      const known = meant.get(key) ?? { typed: match.typed, meant: word, documents: 0 };
      known.documents++;
      meant.set(key, known);
    }
  }
  const [best] = [...meant].sort(([a, m], [b, n]) => n.documents - m.documents || compareText(a, b));
  return { classes, correction: best ? { typed: best[1].typed, meant: best[1].meant } : null };
}

function typoCandidates(sight: Sight, plan: SearchPlan, origins: Buffer): SearchDocument[] {
  if (plan.pattern !== null) return [];
  return plan.alternatives.flatMap((words) =>
    words.flatMap((typed, place) => {
      if (typed.length < typoLength) return [];
      const others = words.filter((_, index) => index !== place).map(prefixOf);
      const near = nearWords(sight, typed).map((term) => `"${term}"`);
      return chunks(near, 200).flatMap((some) => documents(sight, [`(${some.join(' OR ')})`, ...others].join(' AND '), origins));
    }),
  );
}

/**
 * Indexed words one typo off: every word that one typo could have meant is asked for by name, which takes a few hundred
 * look-ups whatever the size of the index. They come from all scopes, and are shown only through a document in scope.
 */
function nearWords(sight: Sight, typed: string): string[] {
  return sight.at.db
    .all<[string]>('SELECT word FROM json_each(?) AS asked CROSS JOIN term ON word = asked.value', [
      JSON.stringify(oneTypoVariants(typed)),
    ])
    .map(([term]) => term);
}

function countKinds(sight: Sight, entities: Iterable<number>): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const e of entities) {
    const kind = sight.at.interning.kindOf(e);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || compareText(a.kind, b.kind));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
