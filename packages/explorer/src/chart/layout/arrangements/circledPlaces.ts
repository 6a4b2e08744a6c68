import type { Point } from '../../chart.ts';
import type { ArrangeAll, Tie } from '../layoutQuestion.ts';

/** Between what is one link farther, and between rows of what is equally far. */
const ringGap = 140;
const rowGap = 84;
/** Room along a ring for one item with its caption. */
const along = 112;

/** One item in the middle, what is linked to it around it, what is linked to that around those. */
export function circledPlaces({ free, fixed, ties, middle }: ArrangeAll): Map<string, Point> {
  const ids = [...free, ...fixed].map((body) => body.id);
  const neighbours = neighboursOf(ids, ties);
  const centre = middle ?? mostLinked(ids, neighbours);
  const stand = fixed.find((body) => body.id === centre) ?? free.find((body) => body.id === centre) ?? { x: 0, y: 0 };
  const places = new Map<string, Point>();
  let radius = 0;
  for (const ring of ringsFrom(centre, ids, neighbours)) {
    if (places.size > 0) radius += ringGap;
    radius = fillRing(ring, { stand, radius }, places);
  }
  return places;
}

/** What does not fit into one row stands in another behind it. Returns the radius of the last row. */
function fillRing(
  ring: readonly string[],
  { stand, radius }: { stand: Point; radius: number },
  places: Map<string, Point>,
): number {
  let row = radius;
  for (let done = 0; done < ring.length;) {
    const room = Math.max(1, Math.floor((Math.PI * 2 * row) / along));
    const some = ring.slice(done, done + room);
    some.forEach((id, index) => {
      const angle = (index / some.length) * Math.PI * 2 - Math.PI / 2;
      places.set(id, { x: stand.x + Math.cos(angle) * row, y: stand.y + Math.sin(angle) * row });
    });
    done += some.length;
    if (done < ring.length) row += rowGap;
  }
  return row;
}

/** By distance in links; what cannot be reached stands in the outermost ring. */
function ringsFrom(
  centre: string | null,
  ids: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const seen = new Set(centre === null ? [] : [centre]);
  const rings: string[][] = [];
  let ring = [...seen];
  while (ring.length > 0) {
    rings.push(ring);
    const next = ring.flatMap((id) => neighbours.get(id) ?? []).filter((id) => !seen.has(id) && seen.add(id));
    ring = next;
  }
  const rest = ids.filter((id) => !seen.has(id));
  return rest.length > 0 ? [...rings, rest] : rings;
}

function neighboursOf(ids: readonly string[], ties: readonly Tie[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of ties) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  for (const [id, list] of neighbours)
    neighbours.set(
      id,
      list.filter((other) => neighbours.has(other)),
    );
  return neighbours;
}

function mostLinked(ids: readonly string[], neighbours: ReadonlyMap<string, readonly string[]>): string | null {
  const degree = (id: string): number => neighbours.get(id)?.length ?? 0;
  return ids.reduce<string | null>((best, id) => (best === null || degree(id) > degree(best) ? id : best), null);
}
