/** A rectangle on the screen, its chart's origin at 0,0: pixels after zooming, before panning. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

export function doMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const cell = 64;

/** Boxes in a grid, so that asking what is in the way costs the same on a large chart. */
export class BoxGrid {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.#eachCell(box, (key) => {
      const there = this.#cells.get(key);
      if (there) there.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  /** Whether it meets none; `own`, which is in the grid itself, is not in its way. */
  isFree(box: Box, own: Box | null = null): boolean {
    return !this.#eachCell(box, (key) => this.#cells.get(key)?.some((other) => other !== own && doMeet(box, other)) ?? false);
  }

  /** How many of the boxes it meets, counted once for each cell they share. */
  countMet(box: Box): number {
    let count = 0;
    this.#eachCell(box, (key) => {
      for (const other of this.#cells.get(key) ?? []) if (doMeet(box, other)) count += 1;
      return false;
    });
    return count;
  }

  #eachCell({ left, right, top, bottom }: Box, visit: (key: number) => boolean): boolean {
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) if (visit(x * 65_536 + y)) return true;
    return false;
  }
}
