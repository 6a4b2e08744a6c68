import type { Adjacency } from '@linchpin/api/src/analysis/adjacency/adjacency.ts';

/** The peer: neighbours alone in two typed arrays, without scope, kinds, times or protection. */
export interface BareGraph {
  readonly starts: Uint32Array;
  readonly others: Int32Array;
}

export function bareGraph({ rows, table }: Adjacency): BareGraph {
  const starts = new Uint32Array(table.count + 1);
  const others = new Int32Array(rows.others.length);
  let kept = 0;
  for (let entity = 0; entity < table.count; entity++) {
    starts[entity] = kept;
    for (let at = rows.starts[entity]!; at < rows.starts[entity + 1]!; at++)
      if (kept === starts[entity] || others[kept - 1] !== rows.others[at]!) others[kept++] = rows.others[at]!;
  }
  starts[table.count] = kept;
  return { starts, others: others.subarray(0, kept) };
}

/** Steps of a shortest path that passes no entity of 400 neighbours or more; null beyond `maxHops`. One path, or none: no ranking. */
export function bareDistance(
  { starts, others }: BareGraph,
  [from, to]: readonly [number, number],
  maxHops: number,
): number | null {
  const seen = [new Map([[from, 0]]), new Map([[to, 0]])] as const;
  let frontiers: [number[], number[]] = [[from], [to]];
  for (let hops = 1; hops <= maxHops; hops++) {
    const side = frontiers[0].length <= frontiers[1].length ? 0 : 1;
    const next: number[] = [];
    for (const entity of frontiers[side])
      for (let at = starts[entity]!; at < starts[entity + 1]!; at++) {
        const other = others[at]!;
        if (seen[1 - side]!.has(other)) return hops;
        if (seen[side].has(other) || starts[other + 1]! - starts[other]! >= 400) continue;
        seen[side].set(other, hops);
        next.push(other);
      }
    frontiers = side === 0 ? [next, frontiers[1]] : [frontiers[0], next];
  }
  return null;
}
