import type { Directory } from '../../store/ports/workStore.ts';
import { Chance, Weighted } from './chance.ts';
import { makeDirectory } from './makeDirectory.ts';

export interface WorldSize {
  /** About so many entities come out. */
  readonly entities: number;
  /** About so many links. */
  readonly links: number;
  readonly seed: number;
}

/** Streams of chance: changing what one draws leaves the others as they were. */
export const stream = { directory: 1, circle: 2, weight: 3, thing: 4, report: 5, hub: 6, sample: 7 } as const;

/** Entities that reports speak of together: a few people, their numbers, cars, stays and payments. */
export const circleSize = 24;
export const hubCount = 20;
const linksPerReport = 12.5;
/** People of whom an agency other than their own speaks are entities of their own: so many circles make one entity. */
const circlesPerEntity = 0.0403;

/** What all of a world follows from. Small: everything else is drawn anew when it is asked for. */
export interface WorldPlan {
  readonly size: WorldSize;
  readonly directory: Directory;
  /** The 250 audiences, most used first. */
  readonly audiences: readonly string[];
  readonly byRank: Weighted;
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  readonly reports: number;
  readonly circles: number;
  /** Share of the reports' hub links that each hub has. */
  readonly hubs: Weighted;
}

export function planWorld(size: WorldSize): WorldPlan {
  const directory = makeDirectory(size.seed);
  const chance = new Chance(size.seed, stream.directory, 1);
  const audiences = chance.shuffle([...directory.agencies, ...directory.groups].map(({ id }) => id));
  const groupsOf = new Map(directory.agencies.map(({ id }) => [id, [] as string[]]));
  for (const group of directory.groups) for (const agency of group.agencies) groupsOf.get(agency)?.push(group.id);
  const reports = Math.max(1, Math.round(size.links / linksPerReport));
  return {
    size,
    directory,
    audiences,
    byRank: new Weighted(audiences.map((_, rank) => (rank + 1) ** -0.9)),
    groupsOf,
    membersOf: new Map(directory.groups.map(({ id, agencies }) => [id, agencies])),
    reports,
    circles: Math.max(1, Math.min(reports, Math.round(size.entities * circlesPerEntity))),
    hubs: new Weighted(Array.from({ length: hubCount }, (_, hub) => 5 ** (1 - hub / (hubCount - 1)))),
  };
}
