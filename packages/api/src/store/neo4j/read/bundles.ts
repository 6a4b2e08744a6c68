import { bundleKey, readBundleId, writeBundleId, type BundleKey } from '../../../model/bundleId.ts';
import { compareText } from '../../../model/entityView.ts';
import { makeBundles } from '../../../model/neighbourhood.ts';
import type { Scope } from '../../../model/scope.ts';
import type { BundleView, LinkView, Page, PageRequest } from '../../../model/views.ts';
import { entityRows, type BundleRow, type RowColumns, type SeenRow } from '../mappers/adjacency.ts';
import { linkView, type LinkViewRow } from '../mappers/linkView.ts';
import { countBundleLinks, pageBundleLinks } from '../queries/readLinks.ts';
import { readRowsAmong } from '../queries/readAround.ts';
import { readRowsOfPairs } from '../queries/readRows.ts';
import { emptyPage, pageOf } from './pageOf.ts';
import { Sight, type FoundEntity, type FoundHub, type ReadContext } from './sight.ts';

/** Bundles between any two of the entities, ordered by bundle id. */
export async function readLinksAmong(at: ReadContext, scope: Scope, asked: readonly string[]): Promise<BundleView[]> {
  const sight = new Sight(at, scope);
  const among = await readAmong(sight, [...new Set(asked)]);
  const rows = await sight.present(among.flatMap((row) => entityRows(row, row.rows)));
  const hubs = among.flatMap((hub) => (hub.version === null ? [] : [{ ...hub, version: hub.version }]));
  return makeBundles([...rows, ...(await rowsAmongHubs(sight, hubs))]).sort((a, b) => compareText(a.id, b.id));
}

interface AmongRow extends FoundEntity {
  readonly version: number | null;
  readonly isGuarded: boolean;
  readonly isGone: boolean;
  readonly rows: readonly RowColumns[];
}

/** Ids of entities that went into others are few: only where there is one are all asked for again, as they are now. */
async function readAmong(sight: Sight, ids: readonly string[]): Promise<AmongRow[]> {
  const rows = await sight.read<AmongRow>(readRowsAmong(sight.at.types), { ids });
  const gone = new Set(rows.flatMap(({ id, isGone }) => (isGone ? [id] : [])));
  if (gone.size === 0) return rows;
  const now = await sight.find([...gone]);
  const present = [...ids.filter((id) => !gone.has(id)), ...[...now.values()].map(({ id }) => id)];
  return sight.read<AmongRow>(readRowsAmong(sight.at.types), { ids: [...new Set(present)] });
}

/** Pair by pair, each once. */
async function rowsAmongHubs(sight: Sight, hubs: readonly FoundHub[]): Promise<SeenRow[]> {
  const rows: SeenRow[] = [];
  for (const [at, one] of hubs.entries()) {
    if (at === hubs.length - 1) break;
    const hub = await sight.hub(one);
    for (const other of hubs.slice(at + 1)) rows.push(...hub.rowsTo(other.id));
  }
  return rows;
}

export async function readBundles(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<(BundleView | null)[]> {
  const sight = new Sight(at, scope);
  const views = await findBundles(sight, ids);
  return ids.map((id) => views.get(id) ?? null);
}

/** Links of one bundle, newest time first, nulls last, then id. */
export async function readEvidence(at: ReadContext, scope: Scope, bundleId: string, page: PageRequest): Promise<Page<LinkView>> {
  const sight = new Sight(at, scope);
  const bundle = (await findBundles(sight, [bundleId])).get(bundleId);
  if (!bundle) return emptyPage();
  const [time = null, after = null] = page.after ?? [];
  const [rows, [count]] = await Promise.all([
    sight.read<LinkViewRow>(pageBundleLinks, { bundle: bundle.id, time, after, limit: page.first + 1 }),
    sight.read<{ total: number }>(countBundleLinks, { bundle: bundle.id }),
  ]);
  const shy = await sight.protectedAmong(rows.flatMap(endsOf));
  return pageOf(rows, {
    first: page.first,
    total: count?.total ?? 0,
    positionOf: (row) => [row.time, row.id],
    viewOf: (row) => linkView(row, shy.has(row.from) || shy.has(row.to)),
  });
}

export function endsOf({ from, fromKind, to, toKind }: LinkViewRow): { id: string; kind: string }[] {
  return [
    { id: from, kind: fromKind },
    { id: to, kind: toKind },
  ];
}

/** By the id asked for. Merged-away ends, and ends of symmetric kinds the other way round, lead to the bundle as it is now. */
async function findBundles(sight: Sight, asked: readonly string[]): Promise<ReadonlyMap<string, BundleView>> {
  const known = asked.flatMap((id) => {
    const key = readBundleId(id);
    const kind = key && sight.at.vocabulary.linkKinds.get(key.kind);
    return key && kind ? [{ id, key, isSymmetric: kind.isSymmetric }] : [];
  });
  const found = await sight.find(known.flatMap(({ key }) => [key.from, key.to]));
  const now = new Map<string, BundleKey>();
  for (const { id, key, isSymmetric } of known) {
    const [from, to] = [found.get(key.from)?.id, found.get(key.to)?.id];
    if (from !== undefined && to !== undefined) now.set(id, bundleKey(key.kind, from, to, isSymmetric));
  }
  const pairs = [...new Map([...now.values()].map((key) => [writeBundleId(key), { ...key }])).values()];
  const rows = pairs.length === 0 ? [] : await sight.read<BundleRow>(readRowsOfPairs(sight.at.types), { pairs });
  const views = new Map(makeBundles(await sight.present(rows)).map((view) => [view.id, view]));
  return new Map(
    [...now].flatMap(([id, key]) => {
      const view = views.get(writeBundleId(key));
      return view ? [[id, view]] : [];
    }),
  );
}
