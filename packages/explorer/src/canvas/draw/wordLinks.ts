import { BoxGrid } from './boxes.ts';
import { type PlacedChip, type PlacedTexts, placeOnLink, type PlaceQuestion } from './placeTexts.ts';

/** More links than this cannot be read as words at once. */
const mostWorded = 10;
const nearEnough = 0.9;

/** Chips, with words in the place of counts on the links of the one selected item, where there is room for them. */
export function wordLinks(question: PlaceQuestion, texts: PlacedTexts, selection: ReadonlySet<string>): readonly PlacedChip[] {
  const [id] = selection;
  if (selection.size !== 1 || question.zoom < nearEnough) return texts.chips;
  const links = [...question.scene.links.values()].filter(({ from, to, isFaded }) => !isFaded && (from === id || to === id));
  if (links.length > mostWorded) return texts.chips;
  const chips = new Map(texts.chips.map((chip) => [chip.link.id, chip]));
  const words = new BoxGrid();
  for (const link of links) {
    const own = chips.get(link.id)?.box ?? null;
    const placed = placeOnLink(question, texts.taken, { link, text: link.words, own });
    if (!placed || !words.isFree(placed.box)) continue;
    words.add(placed.box);
    chips.set(link.id, placed);
  }
  return [...chips.values()];
}
