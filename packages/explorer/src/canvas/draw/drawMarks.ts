import { LoaderCircle, Pin, Shield } from 'lucide';
import type { SceneItem } from '../scene/scene.ts';
import { badgeFace, fontOf, letterScale } from './fonts.ts';
import type { Frame, Spot } from './frame.ts';
import { drawGlyph } from './sprites.ts';

/** Milliseconds of one turn of the busy sign. */
const turn = 900;

/** Top right: how many linked entities are not shown yet. */
export function drawBadge(frame: Frame, item: SceneItem, spot: Spot): void {
  if (item.badge === null) return;
  const { context, tokens, view, widths, zoom } = frame;
  const { colour } = tokens;
  const isSelected = view.selection.has(item.id);
  const scale = letterScale(zoom);
  const width = widths.of(item.badge, badgeFace) * scale + 11;
  const height = 17 * scale;
  const corner = (item.diameter / 2) * zoom * 0.87;
  const left = spot.x + corner - 7;
  const top = spot.y - corner - height / 2;
  pill(context, { left, top, width, height });
  context.fillStyle = isSelected ? colour.accent : colour.chip;
  context.fill();
  context.lineWidth = isSelected ? 2 : 1;
  context.strokeStyle = isSelected ? colour.canvas : item.isGeneric ? colour['link-faint'] : colour.control;
  context.stroke();
  context.font = fontOf(isSelected ? { ...badgeFace, weight: 600 } : badgeFace, tokens, scale);
  context.fillStyle = isSelected ? colour['on-accent'] : item.isGeneric ? colour['text-3'] : colour['text-2'];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(item.badge, left + width / 2, top + height / 2 + 0.5);
}

/** Top right, in the badge's place, while an expansion is under way. */
export function drawBusy({ context, zoom, tokens, now }: Frame, item: SceneItem, spot: Spot): void {
  const corner = (item.diameter / 2) * zoom * 0.87;
  const place = { x: spot.x + corner + 2, y: spot.y - corner };
  disc(context, { ...place, radius: 9, fill: tokens.colour.chip, line: tokens.colour.accent });
  context.save();
  context.translate(place.x, place.y);
  context.rotate(((now % turn) / turn) * Math.PI * 2);
  drawGlyph(context, LoaderCircle, { x: -6, y: -6, side: 12, colour: tokens.colour.accent, width: 2.6 });
  context.restore();
}

/** Top left: records from two or more agencies. */
export function drawSplit({ context, zoom, tokens }: Frame, item: SceneItem, spot: Spot): void {
  const corner = (item.diameter / 2) * zoom * 0.82;
  const [x, y] = [spot.x - corner, spot.y - corner];
  disc(context, { x, y, radius: 6.5, fill: tokens.colour.canvas, line: null });
  for (const [fill, from] of [
    [tokens.colour.text, Math.PI / 2],
    [tokens.colour.accent, -Math.PI / 2],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 4.6, from, from + Math.PI);
    context.fillStyle = fill;
    context.fill();
  }
}

/** Bottom left. */
export function drawPin({ context, zoom, tokens }: Frame, item: SceneItem, spot: Spot): void {
  const corner = (item.diameter / 2) * zoom;
  const [x, y] = [spot.x - corner * 0.8, spot.y + corner * 0.7];
  disc(context, { x, y, radius: 8, fill: tokens.colour.chip, line: tokens.colour['link-faint'] });
  drawGlyph(context, Pin, { x: x - 5, y: y - 5, side: 10, colour: tokens.colour['text-2'], width: 2.6 });
}

/** Bottom right: protected. */
export function drawShield({ context, zoom, tokens }: Frame, item: SceneItem, spot: Spot): void {
  const corner = (item.diameter / 2) * zoom;
  const [x, y] = [spot.x + corner * 0.8, spot.y + corner * 0.66];
  disc(context, { x, y, radius: 8, fill: tokens.fill('people'), line: tokens.colour.canvas });
  drawGlyph(context, Shield, { x: x - 5, y: y - 5, side: 10, colour: tokens.ink('people'), width: 2.6 });
}

interface Disc extends Spot {
  readonly radius: number;
  readonly fill: string;
  readonly line: string | null;
}

function disc(context: CanvasRenderingContext2D, { x, y, radius, fill, line }: Disc): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
  if (line === null) return;
  context.lineWidth = 1;
  context.strokeStyle = line;
  context.stroke();
}

export function pill(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): void {
  context.beginPath();
  context.roundRect(left, top, width, height, height / 2);
}
