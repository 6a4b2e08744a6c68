import { isOpenCase, strengthBound } from '../../../model/overlapStrength.ts';
import { compareText } from '../../../model/entityView.ts';
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

interface Held {
  readonly e: number;
  reports: number;
  last: number | null;
  /** Earliest received, by agency. */
  readonly since: Map<string, number>;
}

const holdings = flatSelect(
  ['asked.value', `hk % ${originBits}`, 'reports', 'received', orNull('last')],
  `FROM json_each(?2) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
   WHERE ${seen(`hk % ${originBits}`)}`,
);

/** Visible, unprotected entities that `isNear` lets through, by what their holdings say; the dearest things are asked last. */
export function rankOverlaps(sight: Sight, candidates: readonly Candidate[], isNear: (sketch: Sketch) => boolean): Ranked[] {
  const cases = new Map(candidates.map((candidate) => [candidate.e, candidate.cases]));
  const near = readHeld(sight, candidates).filter((held) => isNear(sketch(held, cases.get(held.e)!, held.last)));
  const entities = near.map(({ e }) => e);
  sight.know(entities);
  const hidden = sight.protectedAmong(entities);
  const open = near.filter(({ e }) => !hidden.has(e));
  const guarded = open.filter(({ e }) => sight.isGuarded(e)).map(({ e }) => e);
  const lastSeen = readLastSeen(sight, guarded);
  const seenAt = (held: Held): number | null => (lastSeen.has(held.e) ? lastSeen.get(held.e)! : held.last);
  const left = open.filter((held) => isNear(sketch(held, cases.get(held.e)!, seenAt(held))));
  return rankAround(sight, left, seenAt);
}

function sketch({ since }: Held, cases: number, lastSeen: number | null): Sketch {
  return { bound: strengthBound({ agencies: since.size, openCases: cases, lastSeen }), lastSeen };
}

function readHeld(sight: Sight, candidates: readonly Candidate[]): Held[] {
  const found = new Map<number, Held>();
  const cells = readFlat<number | null>(sight.at.db, holdings, [sight.bytes, JSON.stringify(candidates.map(({ e }) => e))]);
  for (let at = 0; at < cells.length; at += 5) {
    const e = cells[at]!;
    const held = found.get(e) ?? { e, reports: 0, last: null, since: new Map<string, number>() };
    found.set(e, held);
    const { agency } = sight.at.interning.origin(cells[at + 1]!);
    held.reports += cells[at + 2]!;
    held.since.set(agency, Math.min(cells[at + 3]!, held.since.get(agency) ?? Infinity));
    const last = cells[at + 4]!;
    if (last !== null && (held.last === null || last > held.last)) held.last = last;
  }
  return [...found.values()];
}

function rankAround(sight: Sight, held: readonly Held[], seenAt: (held: Held) => number | null): Ranked[] {
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
      lastSeen: seenAt(one),
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
