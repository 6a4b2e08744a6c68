import type { Agency, Directory, Group, User } from '../../store/ports/workStore.ts';
import { Chance } from './chance.ts';

const agencies = 200;
const groups = 50;
const states = ['AL', 'AR', 'FL', 'GA', 'KY', 'LA', 'MS', 'NC', 'OK', 'SC', 'TN', 'TX'] as const;
const sorts = [
  ['SO', 'County Sheriff'],
  ['PD', 'Police'],
  ['HP', 'Highway Patrol'],
  ['DA', 'District Attorney'],
] as const;

/** 200 invented agencies, 50 groups of 4 to 40 of them, a person who may read in each agency, and `world-admin`, who may import. */
export function makeDirectory(seed: number): Directory {
  const chance = new Chance(seed, 1, 0);
  const named = Array.from({ length: agencies }, (_, at): Agency => {
    const [short, long] = sorts[at % sorts.length]!;
    const number = String(at + 1).padStart(3, '0');
    return {
      id: `W${number}-${short}`,
      name: `${states[at % states.length]} ${number} ${long}`,
      contact: `Desk (504) 555-${String(100 + (at % 100)).padStart(4, '0')}`,
      jurisdictions: [],
    };
  });
  const joined = Array.from({ length: groups }, (_, at): Group => {
    const members = chance.shuffle(named.map(({ id }) => id)).slice(0, chance.between(4, 39));
    // The first agency is in half of the groups: its people see widely.
    if (at % 2 === 0 && !members.includes(named[0]!.id)) members.push(named[0]!.id);
    const number = String(at + 1).padStart(2, '0');
    return { id: `WG${number}-TF`, name: `Task force ${number}`, agencies: members.toSorted() };
  });
  const readers = named.map((agency): User => ({
    id: `reader-${agency.id.toLowerCase()}`,
    name: `Reader of ${agency.id}`,
    agency: agency.id,
    role: 'INVESTIGATOR',
  }));
  const admin: User = { id: 'world-admin', name: 'Admin', agency: named[0]!.id, role: 'ADMIN' };
  return { agencies: named, groups: joined, jurisdictions: [], users: [...readers, admin] };
}
