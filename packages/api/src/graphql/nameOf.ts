import type { Agency, Directory, Jurisdiction } from '../store/ports/workStore.ts';
import type { AgencyType, JurisdictionType } from './directoryTypes.ts';

/** An agency that the directory has lost keeps its code as its name. */
export function agencyOf(directory: Directory, id: string): AgencyType {
  return agenciesById(directory).get(id) ?? { id, name: id };
}

const known = new WeakMap<Directory, ReadonlyMap<string, Agency>>();

/** An answer names an agency for each thing it shows: looked for once a directory, not once a name. */
function agenciesById(directory: Directory): ReadonlyMap<string, Agency> {
  const map = known.get(directory) ?? new Map(directory.agencies.map((agency) => [agency.id, agency]));
  known.set(directory, map);
  return map;
}

export function agenciesOf(directory: Directory, ids: readonly string[]): AgencyType[] {
  return ids.map((id) => agencyOf(directory, id));
}

/** Where these agencies serve, by id. */
export function jurisdictionsOf(directory: Directory, agencyIds: readonly string[]): JurisdictionType[] {
  const served = directory.agencies
    .filter(({ id }: Agency) => agencyIds.includes(id))
    .flatMap(({ jurisdictions }) => jurisdictions);
  const wanted = new Set(served);
  return directory.jurisdictions.filter(({ id }: Jurisdiction) => wanted.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
