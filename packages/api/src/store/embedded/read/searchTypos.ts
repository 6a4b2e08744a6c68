import { compareText } from '../../../model/entityView.ts';
import {
  matchClass,
  matchOneTypo,
  oneTypoVariants,
  typoLength,
  type MatchClass,
  type SearchPlan,
} from '../../../model/searchPlan.ts';
import type { SearchAnswer } from '../../ports/graphStore.ts';
import { originBits } from '../interning.ts';
import { flatSelect, quoted, readFlat } from './flat.ts';
import { beginning, chunks, exactly } from './searchMatches.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** One search document in scope: what one origin holds about one entity. */
interface SearchDocument {
  readonly hk: number;
  readonly e: number;
  readonly words: readonly string[];
}

interface Typos {
  readonly classes: Map<number, MatchClass>;
  readonly correction: SearchAnswer['correction'];
}

/** Documents one typo off, and the word that most of them may mean. */
export function findTypos(sight: Sight, plan: SearchPlan, origins: Buffer): Typos {
  const documents = new Map(typoDocuments(sight, plan, origins).map((document) => [document.hk, document]));
  const hidden = sight.protectedAmong([...documents.values()].map(({ e }) => e));
  const classes = new Map<number, MatchClass>();
  const meant = new Map<string, { typed: string; meant: string; documents: number }>();
  for (const { e, words } of documents.values()) {
    const match = hidden.has(e) ? null : matchOneTypo(plan, words);
    if (!match) continue;
    classes.set(e, matchClass.oneTypo);
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

/** Documents that may match; `matchOneTypo` decides. */
function typoDocuments(sight: Sight, plan: SearchPlan, origins: Buffer): SearchDocument[] {
  if (plan.pattern !== null) return [];
  return plan.alternatives.flatMap((words) =>
    words.flatMap((typed, place) => {
      if (typed.length < typoLength) return [];
      const others = words.filter((_, index) => index !== place).map(beginning);
      const near = nearWords(sight, typed).map(exactly);
      return chunks(near, 200).flatMap((some) =>
        readDocuments(sight, [`(${some.join(' OR ')})`, ...others].join(' AND '), origins),
      );
    }),
  );
}

const documentsOf = flatSelect(
  ['hk', quoted('holding.words')],
  `FROM fts CROSS JOIN holding ON hk = fts.rowid WHERE fts MATCH ?2 AND ${seen(`fts.rowid % ${originBits}`)}`,
);

function readDocuments(sight: Sight, match: string, origins: Buffer): SearchDocument[] {
  const cells = readFlat<number | string>(sight.at.db, documentsOf, [origins, match]);
  const documents: SearchDocument[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const hk = cells[at] as number;
    documents.push({ hk, e: Math.floor(hk / originBits), words: (cells[at + 1] as string).split(' ') });
  }
  return documents;
}

/**
 * Indexed words one typo off: every word that one typo could have meant is asked for by name, which takes a few hundred
 * look-ups whatever the size of the index. They come from all scopes, and are shown only through a document in scope.
 */
function nearWords(sight: Sight, typed: string): string[] {
  return readFlat(
    sight.at.db,
    `SELECT group_concat('"' || word || '"') FROM json_each(?) AS asked CROSS JOIN term ON word = asked.value`,
    [JSON.stringify(oneTypoVariants(typed))],
  );
}
