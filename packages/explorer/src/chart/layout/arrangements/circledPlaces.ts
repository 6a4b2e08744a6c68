import type { Point } from '../../chart.ts';
import type { ArrangeAll, Tie } from '../layoutQuestion.ts';

const ringGap = 130;
/** Room along a ring for one item with its caption. */
const along = 110;

/** One item in the middle, what is linked to it around it, what is linked to that around those. */
export function circledPlaces({ free, fixed, ties, middle }: ArrangeAll): Map<string, Point> {
  const ids = [...free, ...fixed].map((body) => body.id);
  const neighbours = neighboursOf(ids, ties);
  const centre = middle ?? mostLinked(ids, neighbours);
  const stand = fixed.find((body) => body.id === centre) ?? free.find((body) => body.id === centre);
  const places = new Map<string, Point>();
  let radius = 0;
  for (const ring of ringsFrom(centre, ids, neighbours)) {
    radius = ring.length === 1 && places.size === 0 ? 0 : Math.max(radius + ringGap, (ring.length * along) / (Math.PI * 2));
    ring.forEach((id, index) => {
      const angle = (index / ring.length) * Math.PI * 2 - Math.PI / 2;
      places.set(id, { x: (stand?.x ?? 0) + Math.cos(angle) * radius, y: (stand?.y ?? 0) + Math.sin(angle) * radius });
    });
  }
  return places;
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
