import { shortCaption } from '../../view/itemSize.ts';
import { drawBadge, drawBusy, drawPin, drawShield, drawSplit } from './drawMarks.ts';
import { drawCaption, drawChip, drawHoveredCaption, drawLinkWords } from './drawTexts.ts';
import { drawRings } from './drawRings.ts';
import type { Frame, Spot } from './frame.ts';
import { detailAt } from './levelOfDetail.ts';

/** How far out of sight something may be and still reach into it, in pixels. */
const margin = 160;
const fadedOpacity = 0.2;
/** Above this many chosen items their names would cover each other and the chart. */
const mostNamed = 60;

/** Draws chips, items, their marks and captions over the links, in this order. */
export function drawFrame(frame: Frame): void {
  const { context, scene, texts, pixelRatio, size, zoom } = frame;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  const detail = detailAt(zoom, scene.items.size);
  for (const chip of frame.chips) drawChip(frame, chip);

  const inSight = [...scene.items.values()]
    .map((item) => ({ item, spot: frame.spotOf(item) }))
    .filter(({ spot }) => isInSight(spot, frame));
  for (const { item, spot } of inSight) {
    context.globalAlpha = item.isFaded ? fadedOpacity : 1;
    drawRings(frame, item, spot);
    const { image, side } = frame.sprites.take(item, zoom * pixelRatio);
    const width = side * zoom;
    context.drawImage(image, spot.x - width / 2, spot.y - width / 2, width, width);
  }
  const captioned = new Set<string>();
  for (const caption of texts.captions) {
    const spot = frame.spotOf(caption.item);
    if (!isInSight(spot, frame)) continue;
    captioned.add(caption.item.id);
    context.globalAlpha = caption.item.isFaded ? fadedOpacity : 1;
    drawCaption(frame, caption, spot);
  }
  const saysChosen = frame.view.selection.size <= mostNamed;
  for (const { item, spot } of inSight) {
    context.globalAlpha = item.isFaded ? fadedOpacity : 1;
    if (saysChosen && frame.view.selection.has(item.id) && !captioned.has(item.id)) drawHoveredCaption(frame, item, spot);
    if (frame.view.expanding.has(item.id)) drawBusy(frame, item, spot);
    else if (detail.hasBadges && item.badge !== null) drawBadge(frame, item, spot);
    if (!detail.hasBadges) continue;
    if (item.isSplit) drawSplit(frame, item, spot);
    if (item.isPinned) drawPin(frame, item, spot);
    if (item.isProtected) drawShield(frame, item, spot);
  }
  context.globalAlpha = 1;
  drawHovered(frame, captioned);
}

/** Said in whole what is cut short, or found no place. */
function drawHovered(frame: Frame, captioned: ReadonlySet<string>): void {
  const { hovered } = frame.view;
  const item = hovered?.item === undefined ? undefined : frame.scene.items.get(hovered.item);
  const isWhole = item !== undefined && captioned.has(item.id) && shortCaption(item.caption) === item.caption;
  if (item && !isWhole) drawHoveredCaption(frame, item, frame.spotOf(item));
  const link = hovered?.bundle === undefined ? undefined : frame.scene.links.get(hovered.bundle);
  if (link) drawLinkWords(frame, link);
}

function isInSight({ x, y }: Spot, { size }: Frame): boolean {
  return x > -margin && y > -margin && x < size.width + margin && y < size.height + margin;
}
