import type { ViewState } from '../../view/viewState.ts';
import type { Scene, SceneItem, SceneLink } from '../scene/scene.ts';
import type { Tokens } from '../tokens.ts';
import type { TextWidths } from './fonts.ts';
import type { PlacedChip, PlacedTexts } from './placeTexts.ts';
import type { Sprites } from './sprites.ts';

export interface Spot {
  /** CSS pixels from the canvas's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** All that one picture over the links needs. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly texts: PlacedTexts;
  readonly chips: readonly PlacedChip[];
  readonly view: Pick<ViewState, 'selection' | 'hovered' | 'focused' | 'fresh' | 'path' | 'expanding'>;
  readonly hasKeyFocus: boolean;
  readonly zoom: number;
  readonly pixelRatio: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly tokens: Tokens;
  readonly sprites: Sprites;
  readonly widths: TextWidths;
  /** Milliseconds of the page's clock, for the busy sign. */
  readonly now: number;
  spotOf(item: SceneItem): Spot;
  /** In chart units. */
  bendOf(link: SceneLink): Spot;
}
