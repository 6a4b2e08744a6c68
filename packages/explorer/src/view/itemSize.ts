import type { EntityRecord } from '../remote/records.ts';
import { entityKindInfo } from '../remote/vocabulary.ts';

export type Layer = 'who' | 'what' | 'when';

export function layerOf(kind: string): Layer {
  const layer = entityKindInfo(kind)?.layer.toLowerCase();
  return layer === 'who' || layer === 'when' ? layer : 'what';
}

const diameters: Record<Layer, number> = { who: 42, what: 33, when: 27 };

/** Across, in chart units. */
export function diameterOf(kind: string): number {
  const isOrganization = layerOf(kind) === 'who' && entityKindInfo(kind)?.icon === 'building-2';
  return isOrganization ? 38 : diameters[layerOf(kind)];
}

export const longestCaption = 22;

/** One line, at most 22 characters, then an ellipsis. */
export function shortCaption(caption: string): string {
  const letters = [...caption];
  return letters.length > longestCaption
    ? `${letters
        .slice(0, longestCaption - 1)
        .join('')
        .replace(/[\s,;:·-]+$/, '')}…`
    : caption;
}

/** Room of an item with its caption below, to each side of its middle, in chart units. Letters are guessed, not measured. */
export function roomOf({ kind, caption }: EntityRecord): { halfWidth: number; halfHeight: number } {
  const radius = diameterOf(kind) / 2;
  const letters = [...shortCaption(caption)].length;
  return { halfWidth: Math.max(radius + 22, letters * 3.3 + 6), halfHeight: radius + 15 };
}
