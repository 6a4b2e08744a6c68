import { shapePath } from '../../ui/kindMark.ts';
import type { SceneItem } from '../scene/scene.ts';
import type { Frame, Spot } from './frame.ts';

/** Radius of the outlines in `kindMark`. */
const drawnRadius = 14.72;

interface Ring {
  /** From the item's outline to the middle of the line, in pixels. */
  readonly gap: number;
  readonly width: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
}

const selectedRing: Ring = { gap: 4.5, width: 3 };
const freshRing: Ring = { gap: 4, width: 2 };
const hoverRing: Ring = { gap: 4, width: 2, opacity: 0.35 };
const focusRing: Ring = { gap: 4, width: 2, dash: [4, 3] };
const outerFocusRing: Ring = { gap: 9, width: 2, dash: [4, 3] };

/** Selected, just arrived, hovered, under the keys: each in its own line, in the shape of the item. */
export function drawRings(frame: Frame, item: SceneItem, spot: Spot): void {
  const { selection, fresh, hovered, focused, path } = frame.view;
  const isMarked = fresh.has(item.id) || (path?.items.includes(item.id) ?? false);
  const ring = selection.has(item.id) ? selectedRing : isMarked ? freshRing : null;
  if (ring) drawRing(frame, item, { spot, ring });
  else if (hovered?.item === item.id) drawRing(frame, item, { spot, ring: hoverRing });
  if (frame.hasKeyFocus && focused === item.id) drawRing(frame, item, { spot, ring: ring ? outerFocusRing : focusRing });
}

/** Made once each: a large selection draws thousands of rings a frame. */
const outlines = new Map<SceneItem['shape'], Path2D>();

function outlineOf(shape: SceneItem['shape']): Path2D {
  const known = outlines.get(shape) ?? new Path2D(shapePath(shape));
  outlines.set(shape, known);
  return known;
}

function drawRing(
  { context, zoom, tokens }: Frame,
  { shape, diameter }: SceneItem,
  { spot, ring }: { spot: Spot; ring: Ring },
): void {
  const radius = (diameter / 2) * zoom + ring.gap;
  const grow = radius / drawnRadius;
  context.save();
  context.translate(spot.x, spot.y);
  context.scale(grow, grow);
  context.globalAlpha *= ring.opacity ?? 1;
  context.lineWidth = ring.width / grow;
  context.setLineDash((ring.dash ?? []).map((length) => length / grow));
  context.strokeStyle = tokens.colour.accent;
  context.stroke(outlineOf(shape));
  context.restore();
}
