import type { SceneItem } from '../scene/scene.ts';
import type { Tokens } from '../tokens.ts';

export interface Face {
  /** In CSS pixels. */
  readonly size: number;
  readonly weight: number;
}

export const chipFace: Face = { size: 11, weight: 600 };
export const badgeFace: Face = { size: 11, weight: 500 };

export function captionFace({ layer, isGeneric }: Pick<SceneItem, 'layer' | 'isGeneric'>, isSelected: boolean): Face {
  if (isSelected) return { size: 12.5, weight: 700 };
  if (isGeneric) return { size: 11.5, weight: 400 };
  if (layer === 'who') return { size: 12.5, weight: 600 };
  return layer === 'what' ? { size: 11.5, weight: 500 } : { size: 11, weight: 450 };
}

/** Letters never get smaller than they are at 100 %, and not much larger. */
export function letterScale(zoom: number): number {
  return Math.min(1.4, Math.max(1, zoom));
}

export function fontOf({ size, weight }: Face, { font }: Tokens, scale = 1): string {
  return `${weight} ${size * scale}px ${font}`;
}

/** Widths of texts, measured once. Forgotten when the fonts have come. */
export class TextWidths {
  readonly #known = new Map<string, number>();
  readonly #context: CanvasRenderingContext2D | null;
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#context = document.createElement('canvas').getContext('2d');
  }

  /** In CSS pixels at scale 1. */
  of(text: string, face: Face): number {
    const key = `${face.weight} ${face.size} ${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const width = this.#measure(text, face);
    this.#known.set(key, width);
    return width;
  }

  #measure(text: string, face: Face): number {
    if (!this.#context) return text.length * face.size * 0.55;
    this.#context.font = fontOf(face, this.#tokens);
    return this.#context.measureText(text).width;
  }
}
