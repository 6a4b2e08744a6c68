import {
  factFlag,
  idLength,
  rowDirection,
  type EntityChunk,
  type FactChunk,
  type FeedNames,
  type RowChunk,
} from '../ports/adjacencyFeed.ts';
import { LinchpinError } from '../../model/errors.ts';

/** Stands for "no time" where a list may hold no null. */
export const undated = -9_007_199_254_740_991;
const mostOrigins = 65_536;

/** Small numbers for the words of the database, given in the order of meeting. */
export class FeedWords implements FeedNames {
  readonly kinds: string[];
  readonly linkKinds: string[];
  readonly origins: { agency: string; audience: string }[] = [];
  readonly #origins: Record<string, Record<string, number>> = {};

  constructor(
    kinds: Iterable<string>,
    linkKinds: Iterable<string>,
    readonly symmetric: ReadonlySet<string>,
  ) {
    this.kinds = [...kinds];
    this.linkKinds = [...linkKinds];
  }

  /** Numbers by agency, then audience. */
  get originNumbers(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    return this.#origins;
  }

  origin(agency: string, audience: string): number {
    const audiences = (this.#origins[agency] ??= {});
    const known = audiences[audience];
    if (known !== undefined) return known;
    if (this.origins.length === mostOrigins)
      throw new LinchpinError('TOO_LARGE', `The analysis knows ${mostOrigins} pairs of agency and audience at most.`);
    this.origins.push({ agency, audience });
    return (audiences[audience] = this.origins.length - 1);
  }

  kind(name: string): number {
    const known = this.kinds.indexOf(name);
    return known >= 0 ? known : this.kinds.push(name) - 1;
  }

  code(linkKind: string, isOut: boolean): number {
    const direction = this.symmetric.has(linkKind) ? 'NONE' : isOut ? 'OUT' : 'IN';
    return this.linkKinds.indexOf(linkKind) * 4 + rowDirection[direction];
  }
}

export interface EntityLists {
  readonly refs: readonly number[];
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
}

export function entityChunk(words: FeedWords, { refs, ids, kinds }: EntityLists): EntityChunk {
  return {
    of: 'entities',
    refs: Float64Array.from(refs),
    kinds: Uint8Array.from(kinds, (kind) => words.kind(kind)),
    ids: new Uint8Array(Buffer.from(ids.join(''), 'latin1')).subarray(0, ids.length * idLength),
  };
}

/** Rows of one type from their beginning, as `scanRows` lists them. Origins that were not known then are left out. */
export function typeChunk(
  words: FeedWords,
  linkKind: string,
  { froms, tos, origins, lasts }: Readonly<Record<'froms' | 'tos' | 'origins' | 'lasts', readonly number[]>>,
): RowChunk {
  const kept = origins.flatMap((origin, at) => (origin >= 0 ? [at] : []));
  return {
    of: 'rows',
    from: Float64Array.from(kept, (at) => froms[at]!),
    to: Float64Array.from(kept, (at) => tos[at]!),
    codes: new Uint8Array(kept.length).fill(words.code(linkKind, true)),
    origins: Uint16Array.from(kept, (at) => origins[at]!),
    last: Float64Array.from(kept, (at) => timeOf(lasts[at]!)),
  };
}

export interface RowLists {
  readonly from: number;
  readonly tos: readonly number[];
  readonly kinds: readonly string[];
  readonly outs: readonly boolean[];
  readonly agencies: readonly string[];
  readonly audiences: readonly string[];
  readonly lasts: readonly number[];
}

export function rowChunk(words: FeedWords, lists: readonly RowLists[]): RowChunk {
  return {
    of: 'rows',
    from: Float64Array.from(lists.flatMap(({ from, tos }) => tos.map(() => from))),
    to: Float64Array.from(lists.flatMap(({ tos }) => tos)),
    codes: Uint8Array.from(lists.flatMap(({ kinds, outs }) => kinds.map((kind, at) => words.code(kind, outs[at]!)))),
    origins: Uint16Array.from(
      lists.flatMap(({ agencies, audiences }) => agencies.map((agency, at) => words.origin(agency, audiences[at]!))),
    ),
    last: Float64Array.from(lists.flatMap(({ lasts }) => lasts.map(timeOf))),
  };
}

export interface FactRow {
  readonly ref: number;
  readonly agency: string;
  readonly audience: string;
  readonly isGeneric: boolean;
  readonly isProtectable: boolean;
  readonly isMarked: boolean | null;
  readonly adultFrom: number | null;
  readonly earliest: number | null;
  /** From reports that count also for who does not see them. */
  readonly isMarkedOutside: boolean | null;
  readonly adultFromOutside: number | null;
  readonly earliestOutside: number | null;
}

export function factChunk(words: FeedWords, rows: readonly FactRow[]): FactChunk {
  const facts = rows.flatMap((row) => factsOf(row).map((fact) => ({ ...fact, row })));
  return {
    of: 'facts',
    refs: Float64Array.from(facts, ({ row }) => row.ref),
    origins: Uint16Array.from(facts, ({ row }) => words.origin(row.agency, row.audience)),
    flags: Uint8Array.from(facts, ({ flags }) => flags),
    adultFrom: Float64Array.from(facts, ({ adultFrom }) => adultFrom ?? -Infinity),
    earliest: Float64Array.from(facts, ({ earliest }) => earliest ?? Infinity),
  };
}

interface Fact {
  readonly flags: number;
  readonly adultFrom: number | null;
  readonly earliest: number | null;
}

function factsOf(row: FactRow): Fact[] {
  const facts: Fact[] = [];
  if (row.isGeneric) facts.push({ flags: factFlag.generic, adultFrom: null, earliest: null });
  if (!row.isProtectable) return facts;
  facts.push({ flags: row.isMarked ? factFlag.marked : 0, adultFrom: row.adultFrom, earliest: row.earliest });
  if (row.isMarkedOutside || row.adultFromOutside !== null || row.earliestOutside !== null)
    facts.push({
      flags: factFlag.everywhere | (row.isMarkedOutside ? factFlag.marked : 0),
      adultFrom: row.adultFromOutside,
      earliest: row.earliestOutside,
    });
  return facts;
}

function timeOf(last: number): number {
  return last === undated ? -Infinity : last;
}
