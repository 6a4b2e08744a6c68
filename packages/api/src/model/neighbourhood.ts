import { bundleKey, writeBundleId } from './bundleId.ts';
import { compareNewest, compareText } from './entityView.ts';
import type { BundleView, Direction, LinkCountView } from './views.ts';

/** What one origin says links an entity to a neighbour: one kind, one direction. Already in scope, telling links left out. */
export interface AdjacencyRow {
  readonly entityId: string;
  readonly otherId: string;
  readonly otherKind: string;
  readonly linkKind: string;
  readonly direction: Direction;
  readonly agency: string;
  readonly links: number;
  readonly reports: number;
  /** Links of reports that are not weakly graded. */
  readonly sureLinks: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** Bundles of the rows, one per pair, kind and direction, in the order first met. */
export function makeBundles(rows: readonly AdjacencyRow[]): BundleView[] {
  const bundles = new Map<string, Mutable<BundleView> & { sure: number }>();
  for (const row of rows) {
    const key = bundleOf(row);
    const id = writeBundleId(key);
    const bundle = bundles.get(id);
    if (!bundle) {
      bundles.set(id, {
        id,
        ...key,
        links: row.links,
        reports: row.reports,
        firstSeen: row.first,
        lastSeen: row.last,
        agencies: [row.agency],
        isWeak: false,
        sure: row.sureLinks,
      });
      continue;
    }
    bundle.links += row.links;
    bundle.reports += row.reports;
    bundle.sure += row.sureLinks;
    if (row.first !== null && (bundle.firstSeen === null || row.first < bundle.firstSeen)) bundle.firstSeen = row.first;
    if (row.last !== null && (bundle.lastSeen === null || row.last > bundle.lastSeen)) bundle.lastSeen = row.last;
    if (!bundle.agencies.includes(row.agency)) bundle.agencies = [...bundle.agencies, row.agency].sort();
  }
  return [...bundles.values()].map(({ sure, ...bundle }) => ({ ...bundle, isWeak: sure === 0 }));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function bundleIdOf(row: Pick<AdjacencyRow, 'entityId' | 'otherId' | 'linkKind' | 'direction'>): string {
  return writeBundleId(bundleOf(row));
}

function bundleOf(row: Pick<AdjacencyRow, 'entityId' | 'otherId' | 'linkKind' | 'direction'>): {
  kind: string;
  from: string;
  to: string;
} {
  return row.direction === 'IN'
    ? bundleKey(row.linkKind, row.otherId, row.entityId, false)
    : bundleKey(row.linkKind, row.entityId, row.otherId, row.direction === 'NONE');
}

/** Rows of one entity, counted by (linkKind, entityKind, direction), sorted by those. */
export function countLinks(rows: readonly AdjacencyRow[]): LinkCountView[] {
  const counts = new Map<string, { row: AdjacencyRow; links: number; others: Set<string> }>();
  for (const row of rows) {
    const key = `${row.linkKind} ${row.otherKind} ${row.direction}`;
    const count = counts.get(key) ?? { row, links: 0, others: new Set<string>() };
    counts.set(key, count);
    count.links += row.links;
    count.others.add(row.otherId);
  }
  return [...counts.values()]
    .map(({ row, links, others }) => ({
      linkKind: row.linkKind,
      entityKind: row.otherKind,
      direction: row.direction,
      links,
      neighbours: others.size,
    }))
    .sort(
      (a, b) =>
        compareText(a.linkKind, b.linkKind) || compareText(a.entityKind, b.entityKind) || compareText(a.direction, b.direction),
    );
}

/** One neighbour of the expanded entities, with what it is ordered by. */
export interface Neighbour {
  readonly id: string;
  readonly links: number;
  readonly reports: number;
  readonly lastSeen: number | null;
}

/** Distinct neighbours over all rows, the expanded entities themselves left out. */
export function listNeighbours(rows: readonly AdjacencyRow[], expanded: ReadonlySet<string>): Neighbour[] {
  const neighbours = new Map<string, Mutable<Neighbour>>();
  for (const row of rows) {
    if (expanded.has(row.otherId)) continue;
    const seen = neighbours.get(row.otherId);
    if (!seen) neighbours.set(row.otherId, { id: row.otherId, links: row.links, reports: row.reports, lastSeen: row.last });
    else {
      seen.links += row.links;
      seen.reports += row.reports;
      if (row.last !== null && (seen.lastSeen === null || row.last > seen.lastSeen)) seen.lastSeen = row.last;
    }
  }
  return [...neighbours.values()];
}

export function byNewest(a: Neighbour, b: Neighbour): number {
  return compareNewest(a.lastSeen, b.lastSeen) || compareText(a.id, b.id);
}

export function byStrongest(a: Neighbour, b: Neighbour): number {
  return b.links - a.links || b.reports - a.reports || compareText(a.id, b.id);
}
