import { isOpenCase, strengthBound } from '../../../model/overlapStrength.ts';
import { compareText, greatest } from '../../../model/entityView.ts';
import { CASE, INVOLVED_IN, ORGANIZATION, PERSON } from '../../../model/vocabularyWords.ts';
import { originBits } from '../interning.ts';
import { flatSelect, orNull, readFlat } from './flat.ts';
import { readLastSeen } from './lastSeen.ts';
import type { Candidate } from './overlapCandidates.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';
import { findGeneric, viewEntities } from './viewEntities.ts';

/** An entity with all that its place in the list depends on, apart from the clock and from pointers. */
export interface Ranked {
  readonly e: number;
  /** Of visible records, sorted. */
  readonly agencies: readonly string[];
  readonly reports: number;
  readonly lastSeen: number | null;
  readonly sharedSince: number | null;
  readonly openCases: number;
  readonly holders: number;
  readonly isGeneric: boolean;
}

/** What is known before anything dear is asked: at least as much as it will turn out to be. */
export interface Sketch {
  readonly bound: number;
  readonly lastSeen: number | null;
}

/** What the viewer's origins hold of a candidate. */
export interface Held extends Sketch {
  readonly e: number;
  readonly cases: number;
  readonly reports: number;
  /** Earliest received, by agency. */
  readonly since: ReadonlyMap<string, number>;
}

const holdings = flatSelect(
  ['asked.value', `hk % ${originBits}`, 'reports', 'received', orNull('last')],
  `FROM json_each(?2) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
   WHERE ${seen(`hk % ${originBits}`)}`,
);

/** Those of the candidates that are visible, with what their holdings say. */
export function readHeld(sight: Sight, candidates: readonly Candidate[]): Held[] {
  const found = new Map<number, { reports: number; lastSeen: number | null; since: Map<string, number> }>();
  const cells = readFlat<number | null>(sight.at.db, holdings, [sight.bytes, JSON.stringify(candidates.map(({ e }) => e))]);
  for (let at = 0; at < cells.length; at += 5) {
    const e = cells[at]!;
    let held = found.get(e);
    if (!held) found.set(e, (held = { reports: 0, lastSeen: null, since: new Map<string, number>() }));
    const { agency } = sight.at.interning.origin(cells[at + 1]!);
    held.reports += cells[at + 2]!;
    held.since.set(agency, Math.min(cells[at + 3]!, held.since.get(agency) ?? Infinity));
    held.lastSeen = greatest([held.lastSeen, cells[at + 4]!]);
  }
  return candidates.flatMap(({ e, cases }) => {
    const held = found.get(e);
    return held ? [{ e, cases, ...held, bound: boundOf(held.since, cases, held.lastSeen) }] : [];
  });
}

function boundOf(since: ReadonlyMap<string, number>, cases: number, lastSeen: number | null): number {
  return strengthBound({ agencies: since.size, openCases: cases, lastSeen });
}

/** Unprotected ones that are still near; the dearest things are asked last. */
export function rankHeld(
  sight: Sight,
  held: readonly Held[],
  { isNear }: { readonly isNear: (sketch: Sketch) => boolean },
): Ranked[] {
  const entities = held.map(({ e }) => e);
  sight.know(entities);
  const hidden = sight.protectedAmong(entities);
  const open = held.filter(({ e }) => !hidden.has(e));
  const guarded = open.filter(({ e }) => sight.isGuarded(e)).map(({ e }) => e);
  const lastSeen = readLastSeen(sight, guarded);
  const left = open
    .map((one) => {
      const seenAt = lastSeen.has(one.e) ? lastSeen.get(one.e)! : one.lastSeen;
      return { ...one, lastSeen: seenAt, bound: boundOf(one.since, one.cases, seenAt) };
    })
    .filter((one) => isNear(one));
  return rankAround(sight, left);
}

function rankAround(sight: Sight, held: readonly Held[]): Ranked[] {
  const entities = held.map(({ e }) => e);
  sight.learnRows(entities);
  const around = entities.map((e) => lookAround(sight, e));
  const people = sight.protectedAmong(around.flatMap(({ people: some }) => [...some]));
  const open = openCases(sight, new Set(around.flatMap(({ cases }) => [...cases])));
  const generic = findGeneric(sight, entities);
  return held.map((one, i) => {
    const { people: some, organizations, cases } = around[i]!;
    const holders = organizations + [...some].filter((e) => !people.has(e)).length;
    return {
      e: one.e,
      agencies: [...one.since.keys()].sort(compareText),
      reports: one.reports,
      lastSeen: one.lastSeen,
      sharedSince: [...one.since.values()].sort((a, b) => a - b)[1] ?? null,
      openCases: [...cases].filter((legalCase) => open.has(legalCase)).length,
      holders,
      isGeneric: generic.has(one.e),
    };
  });
}

interface Around {
  readonly people: ReadonlySet<number>;
  readonly organizations: number;
  readonly cases: ReadonlySet<number>;
}

function lookAround(sight: Sight, e: number): Around {
  const { interning } = sight.at;
  const [person, organization, legalCase] = [PERSON, ORGANIZATION, CASE].map((kind) => interning.findKind(kind));
  const involved = interning.findLinkKind(INVOLVED_IN);
  const { rows, counts } = sight.match(e);
  const people = new Set<number>();
  const organizations = new Set<number>();
  const cases = new Set<number>();
  for (let i = 0; i < rows.count; i++) {
    if (counts[i] === 0) continue;
    const kind = rows.kind[i];
    if (kind === person) people.add(rows.other[i]!);
    else if (kind === organization) organizations.add(rows.other[i]!);
    else if (kind === legalCase && rows.ld[i]! >> 2 === involved) cases.add(rows.other[i]!);
  }
  return { people, organizations: organizations.size, cases };
}

/** Open unless some visible record gives a status that says it is over. */
function openCases(sight: Sight, cases: ReadonlySet<number>): Set<number> {
  const open = new Set<number>();
  if (cases.size === 0) return open;
  for (const [legalCase, { properties }] of viewEntities(sight, cases)) {
    const statuses = properties.find(({ name }) => name === 'status')?.values ?? [];
    if (statuses.every(({ value }) => isOpenCase(value))) open.add(legalCase);
  }
  return open;
}
