import { compareText } from '../../../model/entityView.ts';
import type { LinkCountView } from '../../../model/views.ts';
import { directionNames, kindBits } from '../interning.ts';
import type { MatchedRows } from './matchRows.ts';
import type { Sight } from './sight.ts';

/** Rows that count by (linkKind, entityKind, direction), sorted by those. */
export function countLinks(sight: Sight, { rows, counts }: MatchedRows): LinkCountView[] {
  const { count, other, ld, kind } = rows;
  /** By ld and kind: place in the lists + 1. */
  const places = new Uint16Array(kindBits * kindBits * 4);
  const keys: number[] = [];
  const links: number[] = [];
  const neighbours: number[] = [];
  for (let i = 0; i < count;) {
    const current = other[i]!;
    const code = ld[i]!;
    const key = code * kindBits + kind[i]!;
    let linked = 0;
    for (; i < count && other[i] === current && ld[i] === code; i++) if (counts[i] === 1) linked += rows.links[i]!;
    // Every row tells of a link at least.
    if (linked === 0) continue;
    const place = (places[key] ||= keys.push(key)) - 1;
    links[place] = (links[place] ?? 0) + linked;
    neighbours[place] = (neighbours[place] ?? 0) + 1;
  }
  const { interning } = sight.at;
  return keys
    .map((key, place) => ({
      linkKind: interning.linkKindName(Math.floor(key / kindBits) >> 2),
      entityKind: interning.kindOf(key),
      direction: directionNames[Math.floor(key / kindBits) & 3]!,
      links: links[place]!,
      neighbours: neighbours[place]!,
    }))
    .sort(
      (a, b) =>
        compareText(a.linkKind, b.linkKind) || compareText(a.entityKind, b.entityKind) || compareText(a.direction, b.direction),
    );
}
