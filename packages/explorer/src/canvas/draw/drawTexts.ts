import type { SceneItem, SceneLink } from '../scene/scene.ts';
import { pill } from './drawMarks.ts';
import { captionFace, chipFace, fontOf, letterScale } from './fonts.ts';
import type { Frame, Spot } from './frame.ts';
import type { PlacedCaption, PlacedChip } from './placeTexts.ts';

const halo = 3.5;
/** How far a selected item's ring reaches beyond its outline. */
const ringReach = 6;

export function drawCaption(frame: Frame, { item, text, align, dx, dy }: PlacedCaption, spot: Spot): void {
  const { context, view, hasKeyFocus } = frame;
  const isRinged = view.selection.has(item.id) || view.fresh.has(item.id) || (hasKeyFocus && view.focused === item.id);
  const aside = isRinged ? ringReach : 0;
  setCaptionStyle(frame, item);
  context.textAlign = align;
  const x = spot.x + dx + Math.sign(dx) * aside;
  const y = spot.y + dy + (dx === 0 ? Math.sign(dy) * aside : 0);
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** The whole caption, over everything. */
export function drawHoveredCaption(frame: Frame, item: SceneItem, spot: Spot): void {
  const { context, zoom, tokens, widths, view } = frame;
  const isSelected = view.selection.has(item.id);
  const scale = letterScale(zoom);
  const face = captionFace(item, isSelected);
  const width = widths.of(item.caption, face) * scale + 10;
  const height = (face.size + 5) * scale;
  const top = spot.y + (item.diameter / 2) * zoom + (isSelected ? 8 : 2);
  context.save();
  context.globalAlpha = 0.92;
  context.fillStyle = tokens.colour.canvas;
  context.beginPath();
  context.roundRect(spot.x - width / 2, top, width, height, 4);
  context.fill();
  context.restore();
  setCaptionStyle(frame, item);
  context.textAlign = 'center';
  context.fillText(item.caption, spot.x, top + height * 0.72);
}

export function drawChip(frame: Frame, chip: PlacedChip): void {
  drawWords(frame, chip.link, chip);
}

/** What the link says, in the place of its chip. */
export function drawLinkWords(frame: Frame, link: SceneLink): void {
  const width = frame.widths.of(link.words, chipFace) * letterScale(frame.zoom) + 16;
  drawWords(frame, link, { text: link.words, at: 0.5, aside: frame.bendOf(link), width });
}

function drawWords(frame: Frame, link: SceneLink, { text, at, aside, width }: Omit<PlacedChip, 'link' | 'box'>): void {
  const { context, scene, tokens, zoom } = frame;
  const [from, to] = [scene.items.get(link.from), scene.items.get(link.to)];
  if (!from || !to) return;
  const [a, b] = [frame.spotOf(from), frame.spotOf(to)];
  const [x, y] = [a.x + (b.x - a.x) * at + aside.x * zoom, a.y + (b.y - a.y) * at + aside.y * zoom];
  const scale = letterScale(zoom);
  const height = 16 * scale;
  context.globalAlpha = link.isFaded ? 0.2 : 1;
  pill(context, { left: x - width / 2, top: y - height / 2, width, height });
  context.fillStyle = tokens.colour.chip;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = link.isAccent ? tokens.colour.accent : tokens.colour['link-faint'];
  context.stroke();
  context.font = fontOf(chipFace, tokens, scale);
  context.fillStyle = link.isAccent ? tokens.colour['accent-text'] : tokens.colour['text-2'];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
  context.globalAlpha = 1;
}

function setCaptionStyle({ context, tokens, view, zoom }: Frame, item: SceneItem): void {
  const { colour } = tokens;
  const isSelected = view.selection.has(item.id);
  context.font = fontOf(captionFace(item, isSelected), tokens, letterScale(zoom));
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineWidth = halo;
  context.strokeStyle = colour.canvas;
  if (isSelected) context.fillStyle = colour['accent-text'];
  else if (item.isGeneric) context.fillStyle = colour['text-3'];
  else context.fillStyle = item.layer === 'when' ? colour['text-2'] : colour.text;
}
