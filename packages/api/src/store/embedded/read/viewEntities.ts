import { entityView, finishView, greatest, least } from '../../../model/entityView.ts';
import { limits } from '../../../model/paging.ts';
import type { EntityView } from '../../../model/views.ts';
import { readFlat } from './flat.ts';
import { learnHoldings, learnRecords } from './heldRecords.ts';
import { hubView, type KeptView, type LinkFacts } from './hubViews.ts';
import type { KeptEntity, KeptHolding } from './keptEntities.ts';
import { countOthers } from './matchRows.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** What the viewer sees of visible entities, read in a few statements however many there are. */
export function viewEntities(sight: Sight, entities: Iterable<number>): Map<number, EntityView> {
  const all = [...new Set(entities)];
  sight.know(all);
  sight.learnProtection(all);
  const small = viewSmall(
    sight,
    all.filter((e) => !sight.hub(e)).map((e) => sight.entity(e)),
  );
  return new Map(all.map((e) => [e, small.get(e) ?? viewHub(sight, e)]));
}

/**
 * What an entity looks like to a viewer depends on which of its holdings are seen, so a view is kept by these; of guarded
 * ones it depends on more and is made each time.
 */
function viewSmall(sight: Sight, entities: readonly KeptEntity[]): Map<number, EntityView> {
  learnHoldings(sight, entities);
  const views = new Map<number, EntityView>();
  const open: { readonly entity: KeptEntity; readonly seen: readonly KeptHolding[]; readonly key: string }[] = [];
  for (const entity of entities) {
    let key = '';
    for (const { o } of entity.holdings!) key += sight.bytes[o];
    const kept = entity.isGuarded ? undefined : entity.views.get(key);
    if (kept) views.set(entity.e, kept);
    else open.push({ entity, seen: entity.holdings!.filter(({ o }) => sight.bytes[o] === 1), key });
  }
  learnRecords(
    sight,
    open.flatMap(({ entity, seen }) => seen.map((holding) => ({ entity, holding }))),
  );
  sight.learnRows(open.flatMap(({ entity }) => (entity.isGuarded ? [entity.e] : [])));
  for (const { entity, seen, key } of open) {
    const view = entityView(sight.kindOf(entity.e), {
      id: entity.id,
      isProtected: sight.isProtected(entity.e),
      records: seen.flatMap(({ records }) => records!),
      ...(entity.isGuarded ? guardedFacts(sight, entity.e) : heldFacts(seen)),
    });
    views.set(entity.e, view);
    if (!entity.isGuarded) keepView(sight, { entity, key, view });
  }
  return views;
}

function keepView(
  sight: Sight,
  { entity, key, view }: { readonly entity: KeptEntity; readonly key: string; readonly view: EntityView },
): void {
  entity.views.set(key, view);
  let bytes = viewBytes + key.length;
  for (const { values } of view.properties) for (const { reports } of values) bytes += valueBytes + reports.length * 50;
  sight.at.entities.grow(entity, bytes);
}

const viewBytes = 500;
const valueBytes = 200;

/** Entities that are no hubs have too few rows to be generic by their neighbours. Holdings know first and last over links and records, where no link is hidden. */
function heldFacts(seen: readonly KeptHolding[]): LinkFacts {
  return {
    neighbours: 0,
    firstLink: least(seen.map(({ first }) => first)),
    lastLink: greatest(seen.map(({ last }) => last)),
  };
}

function viewHub(sight: Sight, e: number): EntityView {
  const kept = hubView(sight, e, sight.hub(e)!);
  const isProtected = sight.isProtected(e);
  const known = kept.finished.get(isProtected);
  if (known && !sight.isGuarded(e)) return known;
  const links = sight.isGuarded(e) ? guardedHubFacts(sight, e, kept) : kept.links;
  const view = finishView(sight.kindOf(e), kept.fold, { id: sight.idOf(e), isProtected, ...links });
  kept.finished.set(isProtected, view);
  return view;
}

/** A pass over all rows, kept until anything changes. */
function guardedHubFacts(sight: Sight, e: number, kept: KeptView): LinkFacts {
  const { upTo } = sight.at.entities;
  if (kept.guarded?.upTo !== upTo) kept.guarded = { upTo, links: guardedFacts(sight, e) };
  return kept.guarded.links;
}

function guardedFacts(sight: Sight, e: number): LinkFacts {
  const { rows, counts } = sight.match(e);
  const facts = { neighbours: countOthers(rows, counts), firstLink: null as number | null, lastLink: null as number | null };
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
