import type { Shape } from '../../ui/kindMark.ts';
import type { Layer } from '../../view/itemSize.ts';
import type { Tone } from '../tokens.ts';

/** Everything the canvas draws of one item. Computed from chart, records and view; never stored. */
export interface SceneItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The item it was expanded from. */
  readonly origin: string | null;
  readonly caption: string;
  readonly kind: string;
  readonly layer: Layer;
  readonly diameter: number;
  readonly shape: Shape;
  readonly icon: string;
  readonly tone: Tone;
  readonly badge: string | null;
  readonly isProtected: boolean;
  readonly isGeneric: boolean;
  /** Records from two or more agencies. */
  readonly isSplit: boolean;
  readonly isPinned: boolean;
  readonly isFaded: boolean;
}

/** Everything the canvas draws of one bundle. */
export interface SceneLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Classes of the style sheet, in a fixed order. */
  readonly classes: string;
  /** Text of the chip at its middle. */
  readonly chip: string | null;
  /** Words shown while it is hovered. */
  readonly words: string;
  readonly isAccent: boolean;
  readonly isFaded: boolean;
}

export interface Scene {
  readonly items: ReadonlyMap<string, SceneItem>;
  readonly links: ReadonlyMap<string, SceneLink>;
}

export const emptyScene: Scene = { items: new Map(), links: new Map() };
