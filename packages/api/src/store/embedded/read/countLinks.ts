import { compareText } from '../../../model/entityView.ts';
import type { LinkCountView } from '../../../model/views.ts';
import { directionNames, kindBits } from '../interning.ts';
import type { MatchedRows } from './matchRows.ts';
import type { Sight } from './sight.ts';

interface Count {
  links: number;
  neighbours: number;
}

/** Rows that count by (linkKind, entityKind, direction), sorted by those. */
export function countLinks(sight: Sight, { rows, counts }: MatchedRows): LinkCountView[] {
  const found = new Map<number, Count>();
  let other = -1;
  let code = -1;
  let count: Count = { links: 0, neighbours: 0 };
  for (let i = 0; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    if (rows.other[i] !== other || rows.ld[i] !== code) {
      other = rows.other[i]!;
      code = rows.ld[i]!;
      const key = code * kindBits + rows.kind[i]!;
      const known = found.get(key);
      count = known ?? { links: 0, neighbours: 0 };
      if (!known) found.set(key, count);
      count.neighbours++;
    }
    count.links += rows.links[i]!;
  }
  const { interning } = sight.at;
  return [...found]
    .map(([key, { links, neighbours }]) => ({
      linkKind: interning.linkKindName(Math.floor(key / kindBits) >> 2),
      entityKind: interning.kindOf(key),
      direction: directionNames[Math.floor(key / kindBits) & 3]!,
      links,
      neighbours,
    }))
    .sort(
      (a, b) =>
        compareText(a.linkKind, b.linkKind) || compareText(a.entityKind, b.entityKind) || compareText(a.direction, b.direction),
    );
}
