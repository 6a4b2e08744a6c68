import { joinKey, type StagedRow, type StagingArea } from '../../../store/ports/staging.ts';
import type { CompiledJoin } from '../mapping/compileJoins.ts';
import type { CompiledReport } from '../mapping/compileMapping.ts';
import type { CellProblem } from '../mapping/compileValue.ts';
import { newPlace, root, type Place } from '../mapping/place.ts';

/** Rows joined to one root row, all joins together. A key that brings more tells nothing apart. */
export const rowsPerRoot = 20_000;
/** Joined rows in memory at a time. */
const rowsAtOnce = 50_000;

export interface JoinedRows {
  readonly roots: readonly Place[];
  /** What is wrong with root rows that are left out: too many rows would be joined to them. */
  readonly crowded: readonly CellProblem[];
}

type Joined = Pick<CompiledReport, 'rows' | 'joins'>;

/** Root rows in the order given, with all rows joined to them, asked for once per join; in pieces that fit into memory. */
export async function* joinRows(report: Joined, rows: readonly StagedRow[], staging: StagingArea): AsyncGenerator<JoinedRows> {
  for (const waiting = [rows]; waiting.length > 0;) {
    const piece = waiting.pop()!;
    const joined = await joinPiece(report, piece, staging);
    if (joined) yield joined;
    else {
      const half = Math.ceil(piece.length / 2);
      waiting.push(piece.slice(half), piece.slice(0, half));
    }
  }
}

/** Null: several root rows that are too much together. */
async function joinPiece(report: Joined, rows: readonly StagedRow[], staging: StagingArea): Promise<JoinedRows | null> {
  const wanted = new Map(rows.map((row) => [newPlace(root, report.rows, row, null), 0]));
  const sets = new Map<string, Place[]>([[root, [...wanted.keys()]]]);
  const ones = new Set(report.joins.filter(({ isOne }) => isOne).map(({ name }) => name));
  const crowded: CellProblem[] = [];
  for (const join of report.joins) {
    const most = join.isOne ? 1 : rowsPerRoot + 1;
    const asked = (sets.get(join.to) ?? [])
      .map((place) => ({ place, key: joinKey(join.values.map((value) => value.fill(place))) }))
      .filter(({ place, key }) => key !== '' && wanted.has(rootOf(place)));
    const counts = await staging.countMatches(join.file, join.key, { values: keysOf(asked), most });
    for (const { place, key } of asked) {
      const top = rootOf(place);
      const before = wanted.get(top);
      if (before === undefined) continue;
      const now = before + (counts.get(key) ?? 0);
      wanted.set(top, now);
      if (now <= rowsPerRoot) continue;
      wanted.delete(top);
      crowded.push(tooMany(join, top));
    }
    const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
    if (total > rowsAtOnce && rows.length > 1) return null;
    const left = asked.filter(({ place }) => wanted.has(rootOf(place)));
    const found = await staging.matches(join.file, join.key, { values: keysOf(left), most });
    const places: Place[] = [];
    for (const { place, key } of left) {
      const host = ones.has(place.set) ? place.parent! : place;
      for (const row of found.get(key) ?? []) places.push(attach(join, row, host));
    }
    sets.set(join.name, places);
  }
  return { roots: [...wanted.keys()], crowded };
}

function keysOf(asked: readonly { readonly key: string }[]): string[] {
  return [...new Set(asked.map(({ key }) => key))];
}

function rootOf(place: Place): Place {
  let top = place;
  while (top.parent) top = top.parent;
  return top;
}

function tooMany(join: CompiledJoin, place: Place): CellProblem {
  return {
    place,
    column: join.to === root ? (join.values.find(({ column }) => column !== null)?.column ?? null) : null,
    value: null,
    message: `More than ${rowsPerRoot.toLocaleString('en')} rows are joined to this row, by ${join.on}`,
    expected: 'columns of a join that tell which rows belong to this one, not a value that all of them share',
  };
}

function attach(join: CompiledJoin, row: StagedRow, host: Place): Place {
  const place = newPlace(join.name, join.file, row, host);
  if (join.isOne) host.ones.set(join.name, place);
  else {
    const rows = host.many.get(join.name);
    if (rows) rows.push(place);
    else host.many.set(join.name, [place]);
  }
  return place;
}
