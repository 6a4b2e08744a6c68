import { compareNewest, compareText, greatest } from '../../../model/entityView.ts';
import { bundleIdOf, makeBundles } from '../../../model/neighbourhood.ts';
import type { CommonNeighbour, NeighbourFilter, NeighbourRow } from '../../ports/graphStore.ts';
import { matchRows } from './matchRows.ts';
import type { SeenRow, Sight } from './sight.ts';

/** Entities linked to at least `minimum` of the ids; protected people are left out on both sides. */
export function commonNeighbours(
  sight: Sight,
  query: { readonly ids: readonly string[]; readonly minimum: number; readonly first: number },
): CommonNeighbour[] {
  const asked = new Map<number, string>();
  for (const id of query.ids) {
    const e = sight.find(id);
    if (e !== null && !asked.has(e) && !sight.isProtected(e)) asked.set(e, sight.idOf(e));
  }
  const byOther = new Map<number, SeenRow[]>();
  for (const e of asked.keys())
    for (const row of sight.rows(e)) {
      if (asked.has(row.other)) continue;
      const rows = byOther.get(row.other);
      if (rows) rows.push(row);
      else byOther.set(row.other, [row]);
    }
  return [...byOther]
    .map(([other, rows]) => ({
      other,
      rows,
      of: [...asked].filter(([e]) => rows.some((row) => row.e === e)).map(([, id]) => id),
    }))
    .filter(({ other, of }) => of.length >= query.minimum && !sight.isProtected(other))
    .map(({ other, rows, of }) => ({ entityId: sight.idOf(other), of, lastSeen: greatest(rows.map((row) => row.last)), rows }))
    .sort((a, b) => b.of.length - a.of.length || compareNewest(a.lastSeen, b.lastSeen) || compareText(a.entityId, b.entityId))
    .slice(0, query.first)
    .map(({ entityId, of, rows }) => ({ entityId, of, bundles: makeBundles(rows).sort((a, b) => compareText(a.id, b.id)) }));
}

/** Distinct neighbours of each, in the order of the ids, then by neighbour: one step of a path search. */
export function neighbours(sight: Sight, ids: readonly string[], filter: NeighbourFilter): NeighbourRow[] {
  const steps: NeighbourRow[] = [];
  const generic = new Map<number, boolean>();
  const isGeneric = (e: number): boolean => {
    const answer = generic.get(e) ?? sight.isGeneric(e);
    generic.set(e, answer);
    return answer;
  };
  for (const e of new Set(ids.map((id) => sight.find(id)))) {
    if (e === null) continue;
    const wanted = sight.rows(e).filter((row) => filter.linkKinds === null || filter.linkKinds.includes(row.linkKind));
    const { matching } = matchRows(sight, wanted, filter.window);
    const byOther = new Map<number, SeenRow[]>();
    for (const row of matching) byOther.set(row.other, [...(byOther.get(row.other) ?? []), row]);
    for (const [other, rows] of [...byOther].sort(([, a], [, b]) => compareText(a[0]!.otherId, b[0]!.otherId)))
      steps.push({
        from: rows[0]!.entityId,
        to: rows[0]!.otherId,
        toKind: rows[0]!.otherKind,
        toIsGeneric: isGeneric(other),
        lastSeen: greatest(rows.map((row) => row.last)),
        bundleIds: [...new Set(rows.map(bundleIdOf))].sort(),
      });
  }
  return steps;
}
