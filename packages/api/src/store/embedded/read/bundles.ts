import { bundleKey, readBundleId, writeBundleId } from '../../../model/bundleId.ts';
import { compareText } from '../../../model/entityView.ts';
import { makeBundles } from '../../../model/neighbourhood.ts';
import { cutPage } from '../../../model/positions.ts';
import type { BundleView, LinkView, Page, PageRequest } from '../../../model/views.ts';
import { linkViews } from './linkViews.ts';
import { matchRows } from './matchRows.ts';
import { chooseAll, presentRows } from './presentRows.ts';
import { readRowsAmong, readRowsBetween, type OtherEnd } from './readRows.ts';
import type { Sight } from './sight.ts';

/** Bundles between any two of the entities, ordered by bundle id: what a row in scope joins is seen at both ends. Of hubs only the rows to the others are looked at. */
export function linksAmong(sight: Sight, ids: readonly string[]): BundleView[] {
  const among = sight.identify(ids).sort((a, b) => a - b);
  const hubs = among.filter((e) => sight.hub(e));
  const small = among.filter((e) => !sight.hub(e));
  const meet = (other: OtherEnd): void => sight.meet(other);
  const chosen = [...readRowsAmong(sight.at, { bytes: sight.bytes, entities: small, meet }).values()].map((rows) =>
    chooseAll(matchRows(sight, rows)),
  );
  for (const hub of hubs) {
    const rows = sight.rows(hub).only(among.filter((e) => e > hub || !sight.hub(e)));
    chosen.push(chooseAll(matchRows(sight, rows)));
  }
  return makeBundles(presentRows(sight, chosen)).sort((a, b) => compareText(a.id, b.id));
}

export function bundle(sight: Sight, id: string): BundleView | null {
  const found = findBundle(sight, id);
  if (!found) return null;
  const { from: e, to: other, k, isSymmetric } = found;
  const rows = readRowsBetween(sight.at, { bytes: sight.bytes, e, other, meet: (end) => sight.meet(end) });
  const kind = sight.at.interning.linkKindName(k);
  const matched = matchRows(sight, rows, { linkKinds: [kind], direction: isSymmetric ? 'NONE' : 'OUT' });
  return makeBundles(presentRows(sight, [chooseAll(matched)]))[0] ?? null;
}

interface FoundBundle {
  readonly from: number;
  readonly to: number;
  readonly k: number;
  readonly isSymmetric: boolean;
}

/** Both ends visible and different, the kind known, the ends in the order of their bundle; hidden where it would tell of a protected person. */
function findBundle(sight: Sight, id: string): FoundBundle | null {
  const key = readBundleId(id);
  const kind = key && sight.at.vocabulary.linkKinds.get(key.kind);
  if (!key || !kind) return null;
  if (writeBundleId(bundleKey(key.kind, key.from, key.to, kind.isSymmetric)) !== id) return null;
  const [from, to] = sight.findAll([key.from, key.to]);
  if (from == null || to == null || from === to) return null;
  const k = sight.at.interning.linkKindNumber(key.kind);
  return sight.isHidden(k, from, to) ? null : { from, to, k, isSymmetric: kind.isSymmetric };
}

/** Links of one bundle, newest time first, nulls last, then id. */
export function evidence(sight: Sight, bundleId: string, page: PageRequest): Page<LinkView> {
  const found = findBundle(sight, bundleId);
  const links = found ? linksOf(sight, found) : [];
  return cutPage(links, ['down', 'up'], { ...page, positionOf: (link) => [link.time, link.id] });
}

function linksOf(sight: Sight, { from, to, k, isSymmetric }: FoundBundle): LinkView[] {
  const between = (src: number, dst: number): LinkView[] =>
    linkViews(sight, 'link.src = ?2 AND link.dst = ?3 AND link.k = ?4', [src, dst, k]);
  return isSymmetric ? [...between(from, to), ...between(to, from)] : between(from, to);
}
