import { rowDirection, type RowChunk } from '../../store/ports/adjacencyFeed.ts';
import { emptyRows, type RowColumns } from './columns.ts';
import type { EntityTable } from './entityTable.ts';

/** A pair's row from one side, by dense numbers. */
export interface HalfRows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly codes: Uint8Array;
  readonly origins: Uint16Array;
  readonly last: Float64Array;
}

/** Rows of entities that the table does not know are left out: they are newer than it, and a change names them. */
export function numberRows(table: EntityTable, { from, to, codes, origins, last }: RowChunk): HalfRows {
  const numbers = { from: new Int32Array(from.length), to: new Int32Array(from.length) };
  let isComplete = true;
  for (let at = 0; at < from.length; at++) {
    numbers.from[at] = table.ofRef(from[at]!);
    numbers.to[at] = table.ofRef(to[at]!);
    if (numbers.from[at]! < 0 || numbers.to[at]! < 0) isComplete = false;
  }
  if (isComplete) return { ...numbers, codes, origins, last };
  const known = Array.from(from.keys()).filter((at) => numbers.from[at]! >= 0 && numbers.to[at]! >= 0);
  return {
    from: Int32Array.from(known, (at) => numbers.from[at]!),
    to: Int32Array.from(known, (at) => numbers.to[at]!),
    codes: Uint8Array.from(known, (at) => codes[at]!),
    origins: Uint16Array.from(known, (at) => origins[at]!),
    last: Float64Array.from(known, (at) => last[at]!),
  };
}

const opposite = [rowDirection.IN, rowDirection.OUT, rowDirection.NONE] as const;

/** The same link seen from its other end. */
export function turnCode(code: number): number {
  return code - (code % 4) + opposite[code % 4]!;
}

/** Lays the rows of both sides out by entity. `breathe` is awaited between pieces of work. */
export async function layRows(entities: number, chunks: readonly HalfRows[], breathe: () => Promise<void>): Promise<RowColumns> {
  const total = chunks.reduce((sum, { from }) => sum + from.length, 0);
  const rows = emptyRows(entities, total * 2);
  const { starts } = rows;
  for (const { from, to } of chunks)
    for (let at = 0; at < from.length; at++) {
      starts[from[at]! + 1]!++;
      starts[to[at]! + 1]!++;
    }
  for (let entity = 0; entity < entities; entity++) starts[entity + 1]! += starts[entity]!;
  await breathe();
  const next = starts.slice(0, entities);
  // Mirrored rows first: a scan in the order of the numbers then leaves nearly nothing to sort.
  for (const isMirrored of [true, false])
    for (const { from, to, codes, origins, last } of chunks) {
      for (let at = 0; at < from.length; at++) {
        const entity = isMirrored ? to[at]! : from[at]!;
        const place = next[entity]!++;
        rows.others[place] = isMirrored ? from[at]! : to[at]!;
        rows.codes[place] = isMirrored ? turnCode(codes[at]!) : codes[at]!;
        rows.origins[place] = origins[at]!;
        rows.last[place] = last[at]!;
      }
      await breathe();
    }
  for (let entity = 0; entity < entities; entity++) {
    sortRange(rows, starts[entity]!, starts[entity + 1]!);
    if (entity % 20_000 === 0) await breathe();
  }
  return rows;
}

/** Rows beyond which sorting by insertion is slower. */
const short = 64;

function sortRange(rows: RowColumns, from: number, to: number): void {
  const { others } = rows;
  let isSorted = true;
  for (let at = from + 1; at < to && isSorted; at++) isSorted = others[at - 1]! <= others[at]!;
  if (isSorted) return;
  if (to - from <= short) insertEach(rows, from, to);
  else sortLong(rows, from, to);
}

function insertEach({ others, codes, origins, last }: RowColumns, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const [other, code, origin, time] = [others[next]!, codes[next]!, origins[next]!, last[next]!];
    let at = next;
    for (; at > from && others[at - 1]! > other; at--) {
      others[at] = others[at - 1]!;
      codes[at] = codes[at - 1]!;
      origins[at] = origins[at - 1]!;
      last[at] = last[at - 1]!;
    }
    others[at] = other;
    codes[at] = code;
    origins[at] = origin;
    last[at] = time;
  }
}

function sortLong({ others, codes, origins, last }: RowColumns, from: number, to: number): void {
  const order = Uint32Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => others[a]! - others[b]!);
  for (const column of [others, codes, origins, last]) {
    const sorted = Array.from(order, (at) => column[at]!);
    column.set(sorted, from);
  }
}
