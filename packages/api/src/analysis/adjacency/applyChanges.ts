import type { AdjacencyFeed, EntityChunk, FactChunk, FeedChange, RowChunk } from '../../store/ports/adjacencyFeed.ts';
import { cellsOfRow, type Adjacency, type Fact, type RowCells } from './adjacency.ts';
import { numberRows, turnCode } from './layRows.ts';

/** Rows beyond which an entity is not read again whole for every change that touches it. */
export const hubRows = 256;

/** What the store says now of everything that some changes named. */
export interface Update {
  readonly refs: readonly number[];
  readonly entities: EntityChunk;
  readonly facts: FactChunk;
  /** Entities of which `rows` are all. */
  readonly wholes: readonly number[];
  readonly rows: RowChunk;
  /** Hubs that one change named together, and what is between them. */
  readonly groups: readonly (readonly number[])[];
  readonly among: RowChunk;
}

/** Reads what the changes named. The changes must name it (`refs` not null). */
export async function readUpdate(
  feed: AdjacencyFeed,
  adjacency: Adjacency,
  changes: readonly FeedChange[],
  hubFrom = hubRows,
): Promise<Update> {
  const refs = [...new Set(changes.flatMap((change) => change.refs ?? []))];
  const unpaired = new Set(changes.flatMap(({ refs: named, namesBothEnds }) => (namesBothEnds ? [] : (named ?? []))));
  const isHub = (ref: number): boolean => {
    const number = adjacency.table.ofRef(ref);
    return number >= 0 && !unpaired.has(ref) && adjacency.mostRows(number) > hubFrom;
  };
  const hubs = new Set(refs.filter(isHub));
  const groups = changes.map((change) => (change.refs ?? []).filter((ref) => hubs.has(ref))).filter(({ length }) => length > 1);
  const wholes = refs.filter((ref) => !hubs.has(ref));
  const { entities, facts } = await feed.entitiesOf(refs);
  return { refs, entities, facts, wholes, rows: await feed.rowsOf(wholes), groups, among: await feed.rowsAmong(groups) };
}

/**
 * Brings the adjacency to what was read. An entity read whole decides what there is between it and any other; between two
 * hubs decides what was read between them.
 */
export function applyUpdate(adjacency: Adjacency, update: Update): void {
  const { table } = adjacency;
  table.add(update.entities);
  const numbersOf = (refs: readonly number[]): number[] => refs.map((ref) => table.ofRef(ref)).filter((number) => number >= 0);
  const facts = groupFacts(adjacency, update.facts);
  for (const number of numbersOf(update.refs)) adjacency.factPatches.set(number, facts.get(number) ?? []);
  const wholes = new Set(numbersOf(update.wholes));
  const rows = groupRows(adjacency, update.rows);
  for (const number of wholes) {
    const now = rows.get(number) ?? new Map<number, number[]>();
    const before = byOther(adjacency.cellsOf(number));
    for (const other of new Set([...before.keys(), ...now.keys()]))
      if (!wholes.has(other) && !isSame(before.get(other), now.get(other)))
        adjacency.replacePair(other, number, turned(now.get(other) ?? [], number));
    adjacency.replaceRows(number, [...now.values()].flat());
  }
  const among = groupRows(adjacency, update.among);
  for (const group of update.groups)
    for (const [place, a] of numbersOf(group).entries())
      for (const b of numbersOf(group.slice(place + 1))) {
        const cells = among.get(a)?.get(b) ?? turned(among.get(b)?.get(a) ?? [], b);
        adjacency.replacePair(a, b, cells);
        adjacency.replacePair(b, a, turned(cells, a));
      }
}

function groupFacts({ table }: Adjacency, { refs, origins, flags, adultFrom, earliest }: FactChunk): Map<number, Fact[]> {
  const facts = new Map<number, Fact[]>();
  for (let at = 0; at < refs.length; at++) {
    const fact = { origin: origins[at]!, flags: flags[at]!, adultFrom: adultFrom[at]!, earliest: earliest[at]! };
    const number = table.ofRef(refs[at]!);
    const known = facts.get(number);
    if (known) known.push(fact);
    else facts.set(number, [fact]);
  }
  return facts;
}

/** Cells by entity and other. */
function groupRows({ table }: Adjacency, chunk: RowChunk): Map<number, Map<number, number[]>> {
  const { from, to, codes, origins, last } = numberRows(table, chunk);
  const groups = new Map<number, Map<number, number[]>>();
  for (let at = 0; at < from.length; at++) {
    const pairs = groups.get(from[at]!) ?? new Map<number, number[]>();
    groups.set(from[at]!, pairs);
    const cells = pairs.get(to[at]!) ?? [];
    pairs.set(to[at]!, cells);
    cells.push(to[at]!, codes[at]!, origins[at]!, last[at]!);
  }
  return groups;
}

function byOther(cells: RowCells): Map<number, number[]> {
  const pairs = new Map<number, number[]>();
  for (let at = 0; at < cells.length; at += cellsOfRow) {
    const pair = pairs.get(cells[at]!) ?? [];
    pairs.set(cells[at]!, pair);
    for (let cell = 0; cell < cellsOfRow; cell++) pair.push(cells[at + cell]!);
  }
  return pairs;
}

/** The rows of a pair in any order. */
function isSame(a: RowCells = [], b: RowCells = []): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += cellsOfRow) if (!holdsRow(b, a, at)) return false;
  return true;
}

function holdsRow(cells: RowCells, row: RowCells, from: number): boolean {
  for (let at = 0; at < cells.length; at += cellsOfRow) {
    let cell = 0;
    while (cell < cellsOfRow && cells[at + cell] === row[from + cell]) cell++;
    if (cell === cellsOfRow) return true;
  }
  return false;
}

/** As the other end sees them: there the other is `other`. */
function turned(cells: RowCells, other: number): number[] {
  return cells.map((cell, at) => (at % cellsOfRow === 0 ? other : at % cellsOfRow === 1 ? turnCode(cell) : cell));
}
