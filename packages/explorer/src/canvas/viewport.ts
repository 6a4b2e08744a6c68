import type { Core } from 'cytoscape';
import { hearViewport } from '../view/viewportRequests.ts';
import type { ViewStore } from '../view/viewState.ts';
import type { Scene, SceneItem } from './scene/scene.ts';

/** Room that floating toolbars, the toast and captions take from the canvas, in CSS pixels: captions stay as large as they are. */
const inset = { top: 88, bottom: 92, aside: 108 };
/** On a small canvas that room is no more than this share of it on each side. */
const mostShare = 0.2;
/** On a canvas narrower than this nobody can read all at once: what is revealed keeps a size, its first item in the middle. */
const narrow = 600;
const leastOnNarrow = 0.6;
const closestFit = 1;
const milliseconds = 200;
/** Half of an item, in chart units. */
const around = 26;

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the items are going to be, which while they slide is not where they are drawn. */
export type SceneNow = () => Scene;

/** Answers what actions want of the viewport, and tells the view where it is. */
export function joinViewport(cy: Core, view: ViewStore, sceneNow: SceneNow): () => void {
  const tell = (): void => view.setState({ viewport: { zoom: cy.zoom(), pan: { ...cy.pan() } } });
  cy.on('viewport', tell);
  const stop = hearViewport((request) => {
    if (request.kind === 'fit') fit(cy, sceneNow(), true);
    if (request.kind === 'zoomBy') zoomTo(cy, cy.zoom() * request.factor);
    if (request.kind === 'zoomTo') zoomTo(cy, request.zoom);
    if (request.kind === 'reveal') reveal(cy, sceneNow(), request.ids);
    if (request.kind === 'focusCanvas') cy.container()?.focus();
  });
  return () => {
    stop();
    cy.off('viewport', tell);
  };
}

export function fit(cy: Core, scene: Scene, isGliding: boolean): void {
  const extent = extentOf([...scene.items.values()]);
  if (extent) moveTo(cy, viewportFor(cy, extent, closestFit), isGliding);
}

function zoomTo(cy: Core, zoom: number): void {
  const level = clamp(zoom, cy.minZoom(), cy.maxZoom());
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  const share = level / cy.zoom();
  const pan = { x: middle.x - (middle.x - cy.pan().x) * share, y: middle.y - (middle.y - cy.pan().y) * share };
  moveTo(cy, { zoom: level, pan }, true);
}

/** Moves only as far as is needed, and zooms only out. */
function reveal(cy: Core, { items }: Scene, ids: readonly string[]): void {
  const extent = extentOf(ids.flatMap((id) => items.get(id) ?? []));
  if (!extent) return;
  const zoom = cy.zoom();
  const pan = cy.pan();
  const { left, top, width, height } = roomIn(cy);
  if ((extent.right - extent.left) * zoom > width || (extent.bottom - extent.top) * zoom > height)
    return moveTo(cy, readableFor(cy, extent, extentOf(ids.slice(0, 1).flatMap((id) => items.get(id) ?? [])) ?? extent), true);
  const x = clamp(pan.x, left - extent.left * zoom, left + width - extent.right * zoom);
  const y = clamp(pan.y, top - extent.top * zoom, top + height - extent.bottom * zoom);
  if (x !== pan.x || y !== pan.y) moveTo(cy, { zoom, pan: { x, y } }, true);
}

/** All of it, or on a narrow canvas, where all would be too small to read, the middle of it. */
function readableFor(cy: Core, all: Extent, middle: Extent) {
  const whole = viewportFor(cy, all, cy.zoom());
  if (cy.width() >= narrow || whole.zoom >= leastOnNarrow) return whole;
  return viewportFor(cy, middle, Math.min(cy.zoom(), leastOnNarrow));
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function roomIn(cy: Core): Room {
  const left = Math.min(inset.aside, cy.width() * mostShare);
  const top = Math.min(inset.top, cy.height() * mostShare);
  const bottom = Math.min(inset.bottom, cy.height() * mostShare);
  return { left, top, width: cy.width() - left * 2, height: cy.height() - top - bottom };
}

function viewportFor(cy: Core, { left, top, right, bottom }: Extent, closest: number) {
  const { left: aside, top: above, width, height } = roomIn(cy);
  const zoom = clamp(Math.min(width / (right - left), height / (bottom - top)), cy.minZoom(), Math.min(closest, cy.maxZoom()));
  const pan = {
    x: aside + width / 2 - ((left + right) / 2) * zoom,
    y: above + height / 2 - ((top + bottom) / 2) * zoom,
  };
  return { zoom, pan };
}

function moveTo(cy: Core, to: { zoom: number; pan: { x: number; y: number } }, isGliding: boolean): void {
  cy.stop();
  if (isGliding && !matchMedia('(prefers-reduced-motion: reduce)').matches)
    cy.animate(to, { duration: milliseconds, easing: 'ease-out' });
  else cy.viewport(to);
}

function extentOf(items: readonly SceneItem[]): Extent | null {
  if (items.length === 0) return null;
  const [xs, ys] = [items.map(({ x }) => x), items.map(({ y }) => y)];
  return {
    left: Math.min(...xs) - around,
    right: Math.max(...xs) + around,
    top: Math.min(...ys) - around,
    bottom: Math.max(...ys) + around,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
