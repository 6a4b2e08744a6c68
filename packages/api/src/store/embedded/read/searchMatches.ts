import { matchClass, type MatchClass, type SearchPlan } from '../../../model/searchPlan.ts';
import { originBits } from '../interning.ts';
import { readFlat } from './flat.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** Best class of every entity that an origin holds such a document about; protected people still among them. */
export function findMatches(sight: Sight, plan: SearchPlan, origins: Buffer): Map<number, MatchClass> {
  const classes = new Map<number, MatchClass>();
  // From the best class on, so that what is there stays.
  const note = (entities: readonly number[], match: MatchClass): void => {
    for (const e of entities) if (!classes.has(e)) classes.set(e, match);
  };
  if (plan.keys.length > 0) note(holders(sight, plan.keys, origins), matchClass.exact);
  if (plan.pattern !== null) {
    for (const some of chunks(wordsLike(sight, plan.pattern), 200))
      note(entitiesWith(sight, some.map(exactly).join(' OR '), origins), matchClass.prefix);
    return classes;
  }
  const alternatives = plan.alternatives.filter((words) => words.length > 0);
  for (const words of alternatives) note(entitiesWith(sight, words.map(exactly).join(' '), origins), matchClass.allWords);
  for (const words of alternatives)
    if (words.some(mayBegin)) note(entitiesWith(sight, words.map(beginning).join(' '), origins), matchClass.prefix);
  return classes;
}

/** FTS5 text for a word. Words are [a-z0-9]+, so nothing needs escaping; the quotes keep AND, OR and NOT plain words. */
export function exactly(word: string): string {
  return `"${word}"`;
}

/** The same, or a word that begins with it; a single letter stands for itself. */
export function beginning(word: string): string {
  return mayBegin(word) ? `"${word}"*` : exactly(word);
}

function mayBegin(word: string): boolean {
  return word.length > 1;
}

function holders(sight: Sight, keys: readonly string[], origins: Buffer): number[] {
  return readFlat(
    sight.at.db,
    `SELECT group_concat(DISTINCT e) FROM record
     WHERE rec IN (SELECT rec FROM record_key WHERE key IN (SELECT value FROM json_each(?2))) AND ${seen('o')}`,
    [origins, JSON.stringify(keys)],
  );
}

/** The full-text row's number says entity and origin: a hit needs no other table. */
function entitiesWith(sight: Sight, match: string, origins: Buffer): number[] {
  return readFlat(
    sight.at.db,
    `SELECT group_concat(rowid / ${originBits}) FROM fts WHERE fts MATCH ?2 AND ${seen(`rowid % ${originBits}`)}`,
    [origins, match],
  );
}

/** Indexed words like a pattern; those between its plain beginning and the next word after it. */
function wordsLike(sight: Sight, pattern: string): string[] {
  const begin = /^[a-z0-9]*/.exec(pattern)![0];
  return readFlat(
    sight.at.db,
    `SELECT group_concat('"' || word || '"') FROM term WHERE word >= ?2 AND word < ?3 AND word GLOB ?1`,
    [pattern, begin, `${begin}~`],
  );
}

export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
