import type { Agency, Directory, Jurisdiction } from '../store/ports/workStore.ts';
import type { AgencyType, JurisdictionType } from './directoryTypes.ts';

/** An agency that the directory has lost keeps its code as its name. */
export function agencyOf(directory: Directory, id: string): AgencyType {
  return directory.agencies.find((agency) => agency.id === id) ?? { id, name: id };
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
