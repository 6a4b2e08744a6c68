import { entityView, finishView } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import type { EntityView } from '../../../model/views.ts';
import { originBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { hubView } from './hubViews.ts';
import { countOthers } from './matchRows.ts';
import { readRecordsOfMany } from './readRecords.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

const holdings = flatSelect(
  ['asked.value', orNull('first'), orNull('last')],
  `FROM json_each(?2) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
   WHERE ${seen(`hk % ${originBits}`)}`,
);
interface LinkFacts {
  neighbours: number;
  firstLink: number | null;
  lastLink: number | null;
}

/** What the viewer sees of visible entities, read in a few statements however many there are. */
export function viewEntities(sight: Sight, entities: Iterable<number>): Map<number, EntityView> {
  const all = [...new Set(entities)];
  sight.know(all);
  sight.learnProtection(all);
  const small = all.filter((e) => !sight.hub(e));
  const facts = linkFacts(sight, small);
  const records = small.length === 0 ? new Map() : readRecordsOfMany(sight, small);
  const views = new Map<number, EntityView>();
  for (const e of all) {
    const state = sight.hub(e);
    const view = state
      ? viewHub(sight, e)
      : entityView(sight.kindOf(e), {
          id: sight.idOf(e),
          isProtected: sight.isProtected(e),
          records: records.get(e) ?? [],
          ...facts.get(e)!,
        });
    views.set(e, view);
  }
  return views;
}

function viewHub(sight: Sight, e: number): EntityView {
  const kept = hubView(sight, e, sight.hub(e)!);
  const isProtected = sight.isProtected(e);
  const known = kept.finished.get(isProtected);
  if (known && !sight.isGuarded(e)) return known;
  const links = sight.isGuarded(e)
    ? guardedFacts(sight, e)
    : { neighbours: kept.neighbours, firstLink: kept.first, lastLink: kept.last };
  const view = finishView(sight.kindOf(e), kept.fold, { id: sight.idOf(e), isProtected, ...links });
  kept.finished.set(isProtected, view);
  return view;
}

/**
 * Of entities that are no hubs: those have too few rows to be generic by their neighbours. Holdings know first and last
 * over links and records, where no link is hidden.
 */
function linkFacts(sight: Sight, entities: readonly number[]): Map<number, LinkFacts> {
  const facts = new Map<number, LinkFacts>();
  if (entities.length === 0) return facts;
  for (const e of entities) facts.set(e, { neighbours: 0, firstLink: null, lastLink: null });
  const asked = JSON.stringify(entities);
  const cells = readFlat<number | null>(sight.at.db, holdings, [sight.bytes, asked]);
  for (let at = 0; at < cells.length; at += 3) {
    const known = facts.get(cells[at]!)!;
    const [first, last] = [cells[at + 1]!, cells[at + 2]!];
    if (first !== null && (known.firstLink === null || first < known.firstLink)) known.firstLink = first;
    if (last !== null && (known.lastLink === null || last > known.lastLink)) known.lastLink = last;
  }
  const guarded = entities.filter((e) => sight.isGuarded(e));
  sight.learnRows(guarded);
  for (const e of guarded) facts.set(e, guardedFacts(sight, e));
  return facts;
}

function guardedFacts(sight: Sight, e: number): LinkFacts {
  const { rows, counts } = sight.match(e);
  const facts: LinkFacts = { neighbours: countOthers(rows, counts), firstLink: null, lastLink: null };
  for (let i = 0; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    const [first, last] = [rows.first[i]!, rows.last[i]!];
    if (!Number.isNaN(first) && (facts.firstLink === null || first < facts.firstLink)) facts.firstLink = first;
    if (!Number.isNaN(last) && (facts.lastLink === null || last > facts.lastLink)) facts.lastLink = last;
  }
  return facts;
}

/** Distinct neighbours in scope, telling links of protected people left out. */
export function countNeighbours(sight: Sight, e: number): number {
  const { rows, counts } = sight.match(e);
  return countOthers(rows, counts);
}

/** Those that count as generic for this viewer. */
export function findGeneric(sight: Sight, entities: Iterable<number>): Set<number> {
  const all = [...new Set(entities)];
  sight.know(all);
  const asked = JSON.stringify(all);
  const generic = new Set(
    readFlat<number>(
      sight.at.db,
      `SELECT group_concat(asked.value) FROM json_each(?2) AS asked
       WHERE EXISTS (SELECT 1 FROM record WHERE e = asked.value AND generic = 1 AND ${seen('o')})`,
      [sight.bytes, asked],
    ),
  );
  // Whatever is no hub has too few rows.
  for (const e of all)
    if (sight.hub(e) && !generic.has(e) && countNeighbours(sight, e) >= limits.genericNeighbours) generic.add(e);
  return generic;
}
