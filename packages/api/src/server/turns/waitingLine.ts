import type { RefusalReason } from './turnBounds.ts';

/** Somebody's operation that waits for its turn. */
export interface Waiting {
  readonly viewer: string;
  begin(): void;
  /** True, so that it can be asked for in a loop. */
  refuse(reason: RefusalReason): true;
}

/**
 * Operations that wait in one lane: each viewer's in their order, and the viewers in turn, so that a viewer with many
 * takes no more turns than one with few.
 */
export class WaitingLine {
  /** In the order in which their next turn comes. */
  readonly #byViewer = new Map<string, Waiting[]>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  lengthOf(viewer: string): number {
    return this.#byViewer.get(viewer)?.length ?? 0;
  }

  add(one: Waiting): void {
    const own = this.#byViewer.get(one.viewer);
    if (own) own.push(one);
    else this.#byViewer.set(one.viewer, [one]);
    this.#length++;
  }

  /** False when it waits no more. */
  remove(one: Waiting): boolean {
    const own = this.#byViewer.get(one.viewer);
    const at = own?.indexOf(one) ?? -1;
    if (!own || at === -1) return false;
    own.splice(at, 1);
    if (own.length === 0) this.#byViewer.delete(one.viewer);
    this.#length--;
    return true;
  }

  /** Takes the next out whose viewer may begin one more; null when there is none. */
  next(mayBegin: (viewer: string) => boolean): Waiting | null {
    for (const [viewer, own] of this.#byViewer) {
      if (!mayBegin(viewer)) continue;
      const one = own.shift()!;
      this.#length--;
      this.#byViewer.delete(viewer);
      if (own.length > 0) this.#byViewer.set(viewer, own);
      return one;
    }
    return null;
  }
}
