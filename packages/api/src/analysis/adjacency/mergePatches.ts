import { cellsOfRow, type Adjacency } from './adjacency.ts';
import { emptyFacts, emptyRows, type FactColumns, type RowColumns } from './columns.ts';

/**
 * Lays the columns anew with all patches in them. Questions may be asked meanwhile; nothing may be applied. `breathe` is
 * awaited between pieces of work.
 */
export async function mergePatches(adjacency: Adjacency, breathe: () => Promise<void>): Promise<void> {
  const entities = adjacency.table.count;
  const rows = await mergeRows(adjacency, entities, breathe);
  const facts = await mergeFacts(adjacency, entities, breathe);
  adjacency.lay(rows, facts);
}

async function mergeRows(adjacency: Adjacency, entities: number, breathe: () => Promise<void>): Promise<RowColumns> {
  const patched = [...adjacency.rowPatches.keys()].sort((a, b) => a - b);
  const sorted = new Map(patched.map((entity) => [entity, sortCells(adjacency.cellsOf(entity))]));
  let total = adjacency.rows.others.length;
  for (const [entity, cells] of sorted) total += cells.length / cellsOfRow - adjacency.laidRows(entity);
  const rows = emptyRows(entities, total);
  await eachRun(
    { patched, laid: adjacency.rows.starts, starts: rows.starts, entities, breathe },
    {
      copy(from, to, place) {
        const old = adjacency.rows;
        rows.others.set(old.others.subarray(from, to), place);
        rows.codes.set(old.codes.subarray(from, to), place);
        rows.origins.set(old.origins.subarray(from, to), place);
        rows.last.set(old.last.subarray(from, to), place);
      },
      write(entity, place) {
        const cells = sorted.get(entity)!;
        for (let at = 0, row = place; at < cells.length; at += cellsOfRow, row++) {
          rows.others[row] = cells[at]!;
          rows.codes[row] = cells[at + 1]!;
          rows.origins[row] = cells[at + 2]!;
          rows.last[row] = cells[at + 3]!;
        }
        return cells.length / cellsOfRow;
      },
    },
  );
  return rows;
}

async function mergeFacts(adjacency: Adjacency, entities: number, breathe: () => Promise<void>): Promise<FactColumns> {
  const { factPatches, facts: old } = adjacency;
  const patched = [...factPatches.keys()].sort((a, b) => a - b);
  let total = old.flags.length;
  for (const entity of patched) total += factPatches.get(entity)!.length - laidAt(old.starts, entity);
  const facts = emptyFacts(entities, total);
  await eachRun(
    { patched, laid: old.starts, starts: facts.starts, entities, breathe },
    {
      copy(from, to, place) {
        facts.origins.set(old.origins.subarray(from, to), place);
        facts.flags.set(old.flags.subarray(from, to), place);
        facts.adultFrom.set(old.adultFrom.subarray(from, to), place);
        facts.earliest.set(old.earliest.subarray(from, to), place);
      },
      write(entity, place) {
        const said = factPatches.get(entity)!;
        for (const [at, fact] of said.entries()) {
          facts.origins[place + at] = fact.origin;
          facts.flags[place + at] = fact.flags;
          facts.adultFrom[place + at] = fact.adultFrom;
          facts.earliest[place + at] = fact.earliest;
        }
        return said.length;
      },
    },
  );
  return facts;
}

interface Runs {
  readonly patched: readonly number[];
  /** Starts in the old columns, and in the new ones, which are filled. */
  readonly laid: Uint32Array;
  readonly starts: Uint32Array;
  readonly entities: number;
  breathe(): Promise<void>;
}

/** Entities between two patched ones are copied in one piece. */
async function eachRun(
  { patched, laid, starts, entities, breathe }: Runs,
  { copy, write }: { copy(from: number, to: number, place: number): void; write(entity: number, place: number): number },
): Promise<void> {
  let place = 0;
  let entity = 0;
  const keep = (to: number): void => {
    const from = laidFrom(laid, entity);
    const shift = place - from;
    for (; entity < to; entity++) starts[entity] = laidFrom(laid, entity) + shift;
    copy(from, laidFrom(laid, to), place);
    place += laidFrom(laid, to) - from;
  };
  for (const [done, next] of [...patched, entities].entries()) {
    // Pieces, so that nothing waits for a million entities.
    while (entity < next) {
      keep(Math.min(next, entity + 50_000));
      await breathe();
    }
    if (next === entities) break;
    starts[entity] = place;
    place += write(next, place);
    entity++;
    if (done % 500 === 0) await breathe();
  }
  starts[entities] = place;
}

/** Where an entity's part of the old columns begins; entities newer than the columns have none. */
function laidFrom(laid: Uint32Array, entity: number): number {
  return laid[Math.min(entity, laid.length - 1)]!;
}

function laidAt(laid: Uint32Array, entity: number): number {
  return laidFrom(laid, entity + 1) - laidFrom(laid, entity);
}

function sortCells(cells: readonly number[]): readonly number[] {
  const rows = Array.from({ length: cells.length / cellsOfRow }, (_, row) => row * cellsOfRow);
  return rows.sort((a, b) => cells[a]! - cells[b]!).flatMap((at) => cells.slice(at, at + cellsOfRow));
}
