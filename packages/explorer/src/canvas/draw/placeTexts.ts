import { shortCaption } from '../../view/itemSize.ts';
import type { Scene, SceneItem, SceneLink } from '../scene/scene.ts';
import { type Box, boxAround, BoxGrid } from './boxes.ts';
import { badgeFace, captionFace, chipFace, letterScale, type TextWidths } from './fonts.ts';
import { detailAt } from './levelOfDetail.ts';

export interface PlacedCaption {
  readonly item: SceneItem;
  readonly text: string;
  readonly align: 'center' | 'left' | 'right';
  /** Where the text starts, ends or has its middle, and its baseline, from the middle of the item, in pixels. */
  readonly dx: number;
  readonly dy: number;
}

export interface PlacedChip {
  readonly link: SceneLink;
  readonly text: string;
  /** Share of the way from one end to the other. */
  readonly at: number;
  /** Aside from the straight way there, in chart units. */
  readonly aside: Place;
  readonly width: number;
  readonly box: Box;
}

export interface PlacedTexts {
  readonly captions: readonly PlacedCaption[];
  readonly chips: readonly PlacedChip[];
  /** Where items and texts are. */
  readonly taken: BoxGrid;
}

export interface PlaceQuestion {
  readonly scene: Scene;
  readonly zoom: number;
  readonly widths: Pick<TextWidths, 'of'>;
  /** Where the items are, which while one is dragged is not where the scene says. */
  positionOf(item: SceneItem): Place;
  /** How far the middle of a bent link is from the middle between its ends, in chart units. */
  bendOf(link: SceneLink): Place;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const rank = { who: 0, what: 1, when: 2 } as const;
const slides = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** Above this many links it is not looked whether one runs through a caption. */
const mostCrossed = 700;

/**
 * Which texts are drawn where, so that none covers an item or another text. People choose first, then what is linked, then
 * events; each takes the first of below, right, left, above that is free and crossed by the fewest links. What finds no place
 * is not drawn until it is hovered or selected. The same scene gives the same places, whatever is selected.
 */
export function placeTexts(question: PlaceQuestion): PlacedTexts {
  const { scene, zoom } = question;
  const detail = detailAt(zoom, scene.items.size);
  const taken = new BoxGrid();
  const lines = new BoxGrid();
  const shown = [...scene.items.values()];
  for (const item of shown) for (const box of itemBoxes(item, question, detail.hasBadges)) taken.add(box);
  if (scene.links.size <= mostCrossed)
    for (const link of scene.links.values()) for (const box of lineBoxes(link, question)) lines.add(box);

  const chips = detail.hasChips ? placeChips(question, taken) : [];
  const captions: PlacedCaption[] = [];
  const wanted = shown.filter((item) => detail.hasCaption(item));
  for (const item of wanted.sort((a, b) => order(a, b))) {
    const caption = placeCaption(item, { ...question, taken, lines });
    if (caption) captions.push(caption);
  }
  return { captions, chips, taken };
}

function order(a: SceneItem, b: SceneItem): number {
  return rank[a.layer] - rank[b.layer] || (a.id < b.id ? -1 : 1);
}

function itemBoxes(item: SceneItem, { positionOf, zoom, widths }: PlaceQuestion, hasBadges: boolean): Box[] {
  const { x, y } = positionOf(item);
  const radius = (item.diameter / 2) * zoom + 1;
  const body = boxAround(x * zoom, y * zoom, radius, radius);
  if (!hasBadges || item.badge === null) return [body];
  const halfWidth = (widths.of(item.badge, badgeFace) * letterScale(zoom)) / 2 + 6;
  return [body, boxAround(x * zoom + radius * 0.87 + 4, y * zoom - radius * 0.87, halfWidth, 9)];
}

/** Small boxes along a line. */
function* lineBoxes(link: SceneLink, { scene, positionOf, zoom }: PlaceQuestion): Generator<Box> {
  const [from, to] = [scene.items.get(link.from), scene.items.get(link.to)];
  if (!from || !to) return;
  const [a, b] = [positionOf(from), positionOf(to)];
  const count = Math.ceil((Math.hypot(b.x - a.x, b.y - a.y) * zoom) / 8);
  for (let index = 1; index < count; index += 1) {
    const share = index / count;
    yield boxAround((a.x + (b.x - a.x) * share) * zoom, (a.y + (b.y - a.y) * share) * zoom, 1, 1);
  }
}

interface CaptionQuestion extends PlaceQuestion {
  readonly taken: BoxGrid;
  readonly lines: BoxGrid;
}

function placeCaption(item: SceneItem, { zoom, widths, positionOf, taken, lines }: CaptionQuestion): PlacedCaption | null {
  const text = shortCaption(item.caption);
  const face = captionFace(item, false);
  const scale = letterScale(zoom);
  const [width, height] = [widths.of(text, face) * scale, face.size * scale];
  const radius = (item.diameter / 2) * zoom + 1;
  const { x, y } = positionOf(item);
  const middle = height * 0.36;
  const below = radius + 3 + height * 0.8;
  const aslant = radius * 0.75;
  const sides = [
    { align: 'center', dx: 0, dy: below },
    { align: 'left', dx: radius + 5, dy: middle },
    { align: 'right', dx: -radius - 5, dy: middle },
    { align: 'center', dx: 0, dy: -radius - 5 },
    // Aslant reads less well, and people must remain when all else is too much.
    ...(item.layer === 'who'
      ? ([
          { align: 'left', dx: aslant, dy: below - 4 },
          { align: 'right', dx: -aslant, dy: below - 4 },
          { align: 'left', dx: aslant, dy: -aslant - 4 },
          { align: 'right', dx: -aslant, dy: -aslant - 4 },
          { align: 'center', dx: 0, dy: below + height },
          { align: 'center', dx: 0, dy: -radius - 5 - height },
        ] as const)
      : []),
  ] as const;
  let best: { side: (typeof sides)[number]; box: Box; crossed: number } | null = null;
  for (const side of sides) {
    const left = x * zoom + side.dx - (side.align === 'center' ? width / 2 : side.align === 'right' ? width : 0);
    const base = y * zoom + side.dy;
    const box: Box = { left: left - 1, right: left + width + 1, top: base - height * 0.8, bottom: base + height * 0.25 };
    if (!taken.isFree(box)) continue;
    const crossed = lines.countMet(box);
    if (best === null || crossed < best.crossed) best = { side, box, crossed };
    if (crossed === 0) break;
  }
  if (best === null) return null;
  taken.add(best.box);
  return { item, text, ...best.side };
}

function placeChips(question: PlaceQuestion, taken: BoxGrid): PlacedChip[] {
  const chips: PlacedChip[] = [];
  for (const link of question.scene.links.values()) {
    const chip = link.chip === null ? null : placeOnLink(question, taken, { link, text: link.chip });
    if (!chip) continue;
    taken.add(chip.box);
    chips.push(chip);
  }
  return chips;
}

/** The free place nearest to the middle of a link; null when there is none. `own` is the link's chip, which may be covered. */
export function placeOnLink(
  { scene, zoom, widths, positionOf, bendOf }: PlaceQuestion,
  taken: BoxGrid,
  { link, text, own = null }: { link: SceneLink; text: string; own?: Box | null },
): PlacedChip | null {
  const [from, to] = [scene.items.get(link.from), scene.items.get(link.to)];
  if (!from || !to) return null;
  const width = Math.max(20, widths.of(text, chipFace) * letterScale(zoom) + 13);
  const [a, b, bend] = [positionOf(from), positionOf(to), bendOf(link)];
  for (const at of slides) {
    // A bent link is a parabola between its ends.
    const share = 4 * at * (1 - at);
    const aside = { x: bend.x * share, y: bend.y * share };
    const box = boxAround((a.x + (b.x - a.x) * at + aside.x) * zoom, (a.y + (b.y - a.y) * at + aside.y) * zoom, width / 2, 9);
    if (taken.isFree(box, own)) return { link, text, at, aside, width, box };
  }
  return null;
}
