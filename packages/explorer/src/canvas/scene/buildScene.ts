import type { Chart } from '../../chart/chart.ts';
import type { BundleRecord, Records } from '../../remote/records.ts';
import { entityKindInfo } from '../../remote/vocabulary.ts';
import { shapeOf } from '../../ui/kindMark.ts';
import { diameterOf, layerOf } from '../../view/itemSize.ts';
import { badgeText, remainingInAll, type ShownNeighbours, shownNeighbours } from '../../view/remaining.ts';
import { type ShownItem, shownBundles, shownItems } from '../../view/shown.ts';
import type { ViewState } from '../../view/viewState.ts';
import { toneOf } from '../tokens.ts';
import { chipText, linkClasses, linkWords } from './linkLook.ts';
import type { Scene, SceneItem, SceneLink } from './scene.ts';

type Looked = Pick<ViewState, 'fadedKinds' | 'selection' | 'selectedBundle' | 'path' | 'expanding'>;

/** What is to be drawn, as plain data: the whole of it each time, the canvas applies only the difference. */
export function buildScene(chart: Chart, records: Records, view: Looked): Scene {
  const neighbours = shownNeighbours(chart, records);
  const items = new Map<string, SceneItem>();
  for (const item of shownItems(chart, records)) items.set(item.id, sceneItem(item, neighbours, view));
  const links = new Map<string, SceneLink>();
  const pathLinks = new Set(view.path?.bundles);
  for (const bundle of shownBundles(chart, records)) links.set(bundle.id, sceneLink(bundle, { items, view, pathLinks }));
  return { items, links };
}

function sceneItem({ id, x, y, origin, isPinned, entity }: ShownItem, neighbours: ShownNeighbours, view: Looked): SceneItem {
  const { kind, caption, isProtected, isGeneric, agencies } = entity;
  const { family = 'record', icon = 'circle-dot' } = entityKindInfo(kind) ?? {};
  const tone = toneOf(family, isGeneric);
  return {
    id,
    x,
    y,
    origin: origin ?? null,
    caption,
    kind,
    layer: layerOf(kind),
    diameter: diameterOf(kind),
    shape: shapeOf(toneOf(family, false) as Exclude<typeof tone, 'generic'>, icon),
    icon,
    tone,
    badge: view.expanding.has(id) ? '?' : badgeText(remainingInAll(entity, neighbours)),
    isProtected,
    isGeneric,
    isSplit: agencies.length >= 2,
    isPinned,
    isFaded: view.fadedKinds.has(kind),
  };
}

interface Around {
  readonly items: ReadonlyMap<string, SceneItem>;
  readonly view: Looked;
  readonly pathLinks: ReadonlySet<string>;
}

function sceneLink(bundle: BundleRecord, { items, view, pathLinks }: Around): SceneLink {
  const [from, to] = [items.get(bundle.from), items.get(bundle.to)];
  const isFaded = (from?.isFaded ?? false) || (to?.isFaded ?? false);
  const isOfSelected = view.selection.has(bundle.from) || view.selection.has(bundle.to) || view.selectedBundle === bundle.id;
  const isToGeneric = (from?.isGeneric ?? false) || (to?.isGeneric ?? false);
  return {
    id: bundle.id,
    from: bundle.from,
    to: bundle.to,
    classes: linkClasses(bundle, { isFaded, isOfSelected, isToGeneric, isOnPath: pathLinks.has(bundle.id) }),
    chip: chipText(bundle),
    words: linkWords(bundle),
    isAccent: isOfSelected || pathLinks.has(bundle.id),
    isFaded,
  };
}
