import type { FeedNames } from '../../store/ports/adjacencyFeed.ts';
import { bytesOf } from './allocate.ts';
import { emptyFacts, emptyRows, type FactColumns, type RowColumns } from './columns.ts';
import { EntityTable } from './entityTable.ts';

/** Rows as a flat list of other, code, origin, last; those of one other follow each other. */
export type RowCells = readonly number[];
export const cellsOfRow = 4;

/** Patched rows that are never worth merging. */
const leastMerged = 50_000;

export interface Fact {
  readonly origin: number;
  readonly flags: number;
  readonly adultFrom: number;
  readonly earliest: number;
}

/** What changed about one entity since the columns were laid. */
export type RowPatch =
  | { readonly whole: RowCells }
  /** Of a hub: rows of these others alone; the rest stays in the columns. */
  | { readonly pairs: Map<number, RowCells>; /** Not fewer than `pairs` have. */ rows: number };

/**
 * Everything that links anything to anything, whoever may see it: columns as they were laid, and patches above them.
 * Questions look through a `ScopeSight`.
 */
export class Adjacency {
  rows: RowColumns;
  facts: FactColumns;
  readonly rowPatches = new Map<number, RowPatch>();
  readonly factPatches = new Map<number, readonly Fact[]>();
  /** Number of the newest change that is in it. */
  seq = 0;
  /** Rows put into patches so far, those replaced again among them. */
  #patched = 0;

  constructor(
    readonly names: FeedNames,
    readonly table = new EntityTable(),
  ) {
    this.rows = emptyRows(0, 0);
    this.facts = emptyFacts(0, 0);
  }

  get bytes(): number {
    return this.table.bytes + bytesOf(this.rows) + bytesOf(this.facts);
  }

  /** Patches are slower than columns, and larger. */
  get isWorthMerging(): boolean {
    return this.#patched > Math.max(leastMerged, this.rows.others.length / 10);
  }

  /** No entity has more rows than this. */
  mostRows(entity: number): number {
    const patch = this.rowPatches.get(entity);
    if (patch && 'whole' in patch) return patch.whole.length / cellsOfRow;
    return this.laidRows(entity) + (patch?.rows ?? 0);
  }

  laidRows(entity: number): number {
    const { starts } = this.rows;
    return entity + 1 < starts.length ? starts[entity + 1]! - starts[entity]! : 0;
  }

  /** All rows of an entity, in a list of its own. */
  cellsOf(entity: number): RowCells {
    const patch = this.rowPatches.get(entity);
    if (patch && 'whole' in patch) return patch.whole;
    const cells: number[] = [];
    const { starts, others, codes, origins, last } = this.rows;
    if (this.laidRows(entity) > 0)
      for (let at = starts[entity]!; at < starts[entity + 1]!; at++)
        if (!patch?.pairs.has(others[at]!)) cells.push(others[at]!, codes[at]!, origins[at]!, last[at]!);
    if (patch) for (const pair of patch.pairs.values()) for (const cell of pair) cells.push(cell);
    return cells;
  }

  hasFacts(entity: number): boolean {
    const { starts } = this.facts;
    const isLaid = entity + 1 < starts.length && starts[entity] !== starts[entity + 1];
    return isLaid || (this.factPatches.size > 0 && this.factPatches.has(entity));
  }

  factsOf(entity: number): readonly Fact[] {
    const patch = this.factPatches.get(entity);
    if (patch) return patch;
    const { starts, origins, flags, adultFrom, earliest } = this.facts;
    if (entity + 1 >= starts.length || starts[entity] === starts[entity + 1]) return nothing;
    const facts: Fact[] = [];
    for (let at = starts[entity]!; at < starts[entity + 1]!; at++)
      facts.push({ origin: origins[at]!, flags: flags[at]!, adultFrom: adultFrom[at]!, earliest: earliest[at]! });
    return facts;
  }

  replaceRows(entity: number, cells: RowCells): void {
    this.#patched += 1 + cells.length / cellsOfRow;
    this.rowPatches.set(entity, { whole: cells });
  }

  /** The patches are in these columns now. */
  lay(rows: RowColumns, facts: FactColumns): void {
    this.rows = rows;
    this.facts = facts;
    this.rowPatches.clear();
    this.factPatches.clear();
    this.#patched = 0;
  }

  /** Replaces what there is between an entity and one other, as the entity sees it. */
  replacePair(entity: number, other: number, cells: RowCells): void {
    this.#patched += 1 + cells.length / cellsOfRow;
    const patch = this.rowPatches.get(entity);
    if (patch && 'whole' in patch) {
      const kept: number[] = [];
      for (let at = 0; at < patch.whole.length; at += cellsOfRow)
        if (patch.whole[at] !== other) kept.push(...patch.whole.slice(at, at + cellsOfRow));
      this.rowPatches.set(entity, { whole: [...kept, ...cells] });
      return;
    }
    const pairs = patch ?? { pairs: new Map<number, RowCells>(), rows: 0 };
    pairs.pairs.set(other, cells);
    pairs.rows += cells.length / cellsOfRow;
    if (!patch) this.rowPatches.set(entity, pairs);
  }
}

const nothing: readonly Fact[] = [];
