import { idLength, type EntityChunk, type FactChunk, type RowChunk } from '../ports/adjacencyFeed.ts';

export type Cell = number | null;
const cellsOfRow = 5;

export function entityChunk(rows: readonly (readonly [e: number, id: string])[], kindBits: number): EntityChunk {
  const refs = Float64Array.from(rows, ([e]) => e);
  const kinds = Uint8Array.from(rows, ([e]) => e % kindBits);
  const ids = Buffer.alloc(rows.length * idLength);
  rows.forEach(([, id], at) => ids.write(id, at * idLength, idLength, 'latin1'));
  return { of: 'entities', refs, kinds, ids };
}

/** @param cells from, to, code, origin, last of one row after the other. */
export function rowChunk(cells: readonly Cell[]): RowChunk {
  const count = cells.length / cellsOfRow;
  const rows = {
    of: 'rows' as const,
    from: new Float64Array(count),
    to: new Float64Array(count),
    codes: new Uint8Array(count),
    origins: new Uint16Array(count),
    last: new Float64Array(count),
  };
  for (let row = 0, at = 0; row < count; row++, at += cellsOfRow) {
    rows.from[row] = cells[at]!;
    rows.to[row] = cells[at + 1]!;
    rows.codes[row] = cells[at + 2]!;
    rows.origins[row] = cells[at + 3]!;
    rows.last[row] = cells[at + 4] ?? -Infinity;
  }
  return rows;
}

/** @param cells entity, origin, flags, adult from, earliest of one fact after the other. */
export function factChunk(cells: readonly Cell[]): FactChunk {
  const count = cells.length / cellsOfRow;
  const facts = {
    of: 'facts' as const,
    refs: new Float64Array(count),
    origins: new Uint16Array(count),
    flags: new Uint8Array(count),
    adultFrom: new Float64Array(count),
    earliest: new Float64Array(count),
  };
  for (let row = 0, at = 0; row < count; row++, at += cellsOfRow) {
    facts.refs[row] = cells[at]!;
    facts.origins[row] = cells[at + 1]!;
    facts.flags[row] = cells[at + 2]!;
    facts.adultFrom[row] = cells[at + 3] ?? -Infinity;
    facts.earliest[row] = cells[at + 4] ?? Infinity;
  }
  return facts;
}
