import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

type Element = NodeSingular | EdgeSingular;

/** What of the library's renderer is used here; none of it is in its types. */
interface Renderer {
  getCachedZSortedEles(): readonly Element[] & { readonly interactive: readonly Element[] };
  findNearestElements(x: number, y: number, ...options: unknown[]): unknown;
}

interface Boxes {
  readonly elements: readonly Element[];
  /** Left, top, right, bottom of each, in chart units. */
  readonly sides: Float64Array;
}

/** Around the pointer, in pixels: the library looks 24 far where a finger points. */
const reach = 32;

/**
 * The library asks every item and every link whether it is under the pointer, at each move of it. On a chart of thousands
 * only those whose boxes are near are asked; what is found is the same.
 */
export function narrowHitTest(cy: Core, isCrowded: () => boolean): void {
  const renderer = (cy as Core & { renderer?(): Renderer | null }).renderer?.();
  if (!renderer?.findNearestElements || !renderer.getCachedZSortedEles) return;
  const sorted = renderer.getCachedZSortedEles.bind(renderer);
  const find = renderer.findNearestElements.bind(renderer);
  let boxes: Boxes | null = null;
  let asked: { readonly x: number; readonly y: number } | null = null;
  cy.on('position add remove', () => void (boxes = null));

  renderer.findNearestElements = (x, y, ...options) => {
    asked = isCrowded() ? { x, y } : null;
    const found = find(x, y, ...options);
    asked = null;
    return found;
  };
  renderer.getCachedZSortedEles = () => {
    const all = sorted();
    if (!asked) return all;
    if (boxes?.elements !== all.interactive) boxes = measure(all.interactive);
    const candidates = near(boxes, asked, reach / cy.zoom());
    return Object.assign(candidates, { interactive: candidates });
  };
}

function measure(elements: readonly Element[]): Boxes {
  const sides = new Float64Array(elements.length * 4);
  elements.forEach((element, index) => sides.set(boxOf(element), index * 4));
  return { elements, sides };
}

function boxOf(element: Element): readonly [number, number, number, number] {
  if (element.isNode()) {
    const { x, y } = element.position();
    const half = element.data('diameter') / 2;
    return [x - half, y - half, x + half, y + half];
  }
  const [a, b] = [(element as EdgeSingular).source().position(), (element as EdgeSingular).target().position()];
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

function near({ elements, sides }: Boxes, { x, y }: { x: number; y: number }, around: number): Element[] {
  const found: Element[] = [];
  for (let index = 0, at = 0; index < elements.length; index += 1, at += 4)
    if (x >= sides[at]! - around && y >= sides[at + 1]! - around && x <= sides[at + 2]! + around && y <= sides[at + 3]! + around)
      found.push(elements[index]!);
  return found;
}
