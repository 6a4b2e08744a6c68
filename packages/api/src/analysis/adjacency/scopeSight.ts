import { bundleKey, writeBundleId } from '../../model/bundleId.ts';
import type { PathStep } from '../../model/pathSearch.ts';
import { isProtected, isTelling } from '../../model/protection.ts';
import { limits } from '../../model/paging.ts';
import { sees, type Scope } from '../../model/scope.ts';
import { ADDRESS, PERSON } from '../../model/vocabularyWords.ts';
import { factFlag, rowDirection, type FeedNames } from '../../store/ports/adjacencyFeed.ts';
import { cellsOfRow, type Adjacency } from './adjacency.ts';

/** Distinct neighbours of one entity, as a scope sees them; filled anew by every `steps`. */
export interface Steps {
  length: number;
  readonly others: number[];
  /** Newest time of all rows between; -Infinity: undated. */
  readonly last: number[];
}

export function noSteps(): Steps {
  return { length: 0, others: [], last: [] };
}

/** Codes of these link kinds; null: of all. */
export function codesOf(names: FeedNames, linkKinds: readonly string[] | null): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const kind = names.linkKinds[Math.floor(code / 4)];
    return linkKinds === null || (kind !== undefined && linkKinds.includes(kind)) ? 1 : 0;
  });
}

/** What one viewer sees of the adjacency: the same rules as every store's (docs: semantics), one byte an origin. */
export class ScopeSight {
  readonly #sees: Uint8Array;
  readonly #protects: Uint8Array;
  /** Codes of links that may tell of a protected person. */
  readonly #mayTell: Uint8Array;
  readonly #everyCode: Uint8Array;
  readonly #protected = new Map<number, boolean>();
  readonly #generic = new Map<number, boolean>();
  readonly #counted = noSteps();

  constructor(
    readonly adjacency: Adjacency,
    scope: Scope,
    readonly genericFrom: number = limits.genericNeighbours,
  ) {
    const { names } = adjacency;
    this.#sees = Uint8Array.from(names.origins, (origin) => (sees(scope, origin) ? 1 : 0));
    this.#protects = Uint8Array.from(names.origins, (origin, o) =>
      this.#sees[o] === 1 || scope.protecting.includes(origin.audience) ? 1 : 0,
    );
    this.#everyCode = codesOf(names, null);
    this.#mayTell = codesOf(
      names,
      names.linkKinds.filter((kind) => isTelling(kind, PERSON, ADDRESS)),
    );
  }

  /** Stops at `most` neighbours. */
  steps(entity: number, wanted: Uint8Array, into: Steps, most = Infinity): void {
    into.length = 0;
    const { rowPatches, rows } = this.adjacency;
    const patch = rowPatches.size > 0 ? rowPatches.get(entity) : undefined;
    if (patch && 'whole' in patch) return this.#stepsIn(patch.whole, entity, { wanted, into, most });
    const { starts, others, codes, origins, last } = rows;
    const end = entity + 1 < starts.length ? starts[entity + 1]! : 0;
    const seen = this.#sees;
    for (let at = entity + 1 < starts.length ? starts[entity]! : 0; at < end; at++) {
      if (seen[origins[at]!] !== 1 || wanted[codes[at]!] !== 1) continue;
      const other = others[at]!;
      if (patch?.pairs.has(other)) continue;
      if (this.#mayTell[codes[at]!] === 1 && this.#isHidden(codes[at]!, entity, other)) continue;
      if (!take(into, other, last[at]!, most)) return undefined;
    }
    if (patch) for (const cells of patch.pairs.values()) this.#stepsIn(cells, entity, { wanted, into, most });
    return undefined;
  }

  isGeneric(entity: number): boolean {
    // Nearly all are neither: they need no place in the memory.
    if (this.adjacency.mostRows(entity) < this.genericFrom && !this.adjacency.hasFacts(entity)) return false;
    const known = this.#generic.get(entity);
    if (known !== undefined) return known;
    const answer = this.#saysGeneric(entity) || this.#hasManyNeighbours(entity);
    this.#generic.set(entity, answer);
    return answer;
  }

  /** The parallel bundles of wanted codes between two entities. */
  stepBetween(entity: number, other: number, wanted: Uint8Array): PathStep {
    const { table, names } = this.adjacency;
    // The end with fewer rows says the same.
    if (this.adjacency.mostRows(entity) > this.adjacency.mostRows(other)) return this.stepBetween(other, entity, wanted);
    const ids = new Set<string>();
    let last = -Infinity;
    const cells = this.adjacency.cellsOf(entity);
    for (let at = 0; at < cells.length; at += cellsOfRow) {
      const [code, origin] = [cells[at + 1]!, cells[at + 2]!];
      if (cells[at] !== other || this.#sees[origin] !== 1 || wanted[code] !== 1) continue;
      if (this.#mayTell[code] === 1 && this.#isHidden(code, entity, other)) continue;
      const ends = [table.idOf(entity), table.idOf(other)] as const;
      const [from, to] = code % 4 === rowDirection.IN ? [ends[1], ends[0]] : ends;
      ids.add(writeBundleId(bundleKey(names.linkKinds[Math.floor(code / 4)]!, from, to, code % 4 === rowDirection.NONE)));
      last = Math.max(last, cells[at + 3]!);
    }
    return { bundleIds: [...ids].sort(), lastSeen: finite(last) };
  }

  #stepsIn(
    cells: readonly number[],
    entity: number,
    { wanted, into, most }: { readonly wanted: Uint8Array; readonly into: Steps; readonly most: number },
  ): void {
    for (let at = 0; at < cells.length; at += cellsOfRow) {
      const [other, code, origin] = [cells[at]!, cells[at + 1]!, cells[at + 2]!];
      if (this.#sees[origin] !== 1 || wanted[code] !== 1) continue;
      if (this.#mayTell[code] === 1 && this.#isHidden(code, entity, other)) continue;
      if (!take(into, other, cells[at + 3]!, most)) return;
    }
  }

  #isHidden(code: number, a: number, b: number): boolean {
    const { names, table } = this.adjacency;
    const [kindA, kindB] = [names.kinds[table.kindOf(a)]!, names.kinds[table.kindOf(b)]!];
    return isTelling(names.linkKinds[Math.floor(code / 4)]!, kindA, kindB) && (this.#isProtected(a) || this.#isProtected(b));
  }

  #isProtected(entity: number): boolean {
    const known = this.#protected.get(entity);
    if (known !== undefined) return known;
    let [isMarked, adultFrom, earliest] = [false, -Infinity, Infinity];
    for (const fact of this.adjacency.factsOf(entity)) {
      if (fact.flags & factFlag.generic) continue;
      if (this.#protects[fact.origin] !== 1 && !(fact.flags & factFlag.everywhere)) continue;
      if (fact.flags & factFlag.marked) isMarked = true;
      adultFrom = Math.max(adultFrom, fact.adultFrom);
      earliest = Math.min(earliest, fact.earliest);
    }
    const answer = isProtected({ isMarked, adultFrom: finite(adultFrom), earliest: finite(earliest) });
    this.#protected.set(entity, answer);
    return answer;
  }

  #saysGeneric(entity: number): boolean {
    return this.adjacency.factsOf(entity).some(({ flags, origin }) => flags & factFlag.generic && this.#sees[origin] === 1);
  }

  #hasManyNeighbours(entity: number): boolean {
    if (this.adjacency.mostRows(entity) < this.genericFrom) return false;
    this.steps(entity, this.#everyCode, this.#counted, this.genericFrom);
    return this.#counted.length >= this.genericFrom;
  }
}

function take(into: Steps, other: number, last: number, most: number): boolean {
  const { length } = into;
  if (length > 0 && into.others[length - 1] === other) {
    if (last > into.last[length - 1]!) into.last[length - 1] = last;
    return true;
  }
  into.others[length] = other;
  into.last[length] = last;
  into.length = length + 1;
  return into.length < most;
}

function finite(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}
