import type { Agency, Directory, Group, Jurisdiction, User } from '../../store/ports/workStore.ts';

/** Counties and parishes are real, so that maps and FIPS codes fit; the agencies and their people are invented. */
const jurisdictions: readonly Jurisdiction[] = [
  { id: '22', name: 'Louisiana' },
  { id: '28', name: 'Mississippi' },
  { id: '01', name: 'Alabama' },
  { id: '12', name: 'Florida' },
  { id: '48', name: 'Texas' },
  { id: '22071', name: 'Orleans Parish, LA' },
  { id: '22051', name: 'Jefferson Parish, LA' },
  { id: '22103', name: 'St. Tammany Parish, LA' },
  { id: '22033', name: 'East Baton Rouge Parish, LA' },
  { id: '28047', name: 'Harrison County, MS' },
  { id: '28059', name: 'Jackson County, MS' },
  { id: '01097', name: 'Mobile County, AL' },
  { id: '01003', name: 'Baldwin County, AL' },
  { id: '12033', name: 'Escambia County, FL' },
  { id: '12091', name: 'Okaloosa County, FL' },
  { id: '48201', name: 'Harris County, TX' },
  { id: '48167', name: 'Galveston County, TX' },
];

const agencies: readonly Agency[] = [
  {
    id: 'BAYOU-SO',
    name: 'Bayou Sheriff',
    contact: 'Intelligence desk (504) 555-0101',
    jurisdictions: ['22071', '22051', '22103', '22033'],
  },
  { id: 'PINE-SO', name: 'Pine County Sheriff', contact: 'Duty desk (228) 555-0101', jurisdictions: ['28047', '28059'] },
  { id: 'GULF-PD', name: 'Gulf City Police', contact: 'Vice desk (251) 555-0101', jurisdictions: ['01097', '01003'] },
  { id: 'TERN-PD', name: 'Tern Point Police', contact: 'Intelligence desk (850) 555-0150', jurisdictions: ['12033', '12091'] },
  { id: 'COAST-HP', name: 'Coast Highway Patrol', contact: 'Corridor desk (713) 555-0101', jurisdictions: ['48201', '48167'] },
  {
    id: 'GULF-TF-CELL',
    name: 'Gulf Task Force cell',
    contact: 'Cell (504) 555-0102',
    jurisdictions: ['22', '28', '01', '12', '48'],
  },
  { id: 'HARBOR-HOUSE', name: 'Harbor House (partner)', contact: 'Office (985) 555-0101', jurisdictions: ['22103'] },
];

const groups: readonly Group[] = [
  {
    id: 'GULF-TF',
    name: 'Gulf Task Force',
    agencies: ['BAYOU-SO', 'PINE-SO', 'GULF-PD', 'TERN-PD', 'COAST-HP', 'GULF-TF-CELL'],
  },
];

const users: readonly User[] = [
  { id: 'investigator1', name: 'Renee Delacroix', agency: 'BAYOU-SO', role: 'INVESTIGATOR' },
  { id: 'investigator2', name: 'Walt Ferrand', agency: 'GULF-PD', role: 'INVESTIGATOR' },
  { id: 'supervisor', name: 'Sade Okoye', agency: 'GULF-TF-CELL', role: 'SUPERVISOR' },
  { id: 'intake', name: 'Nell Thibault', agency: 'BAYOU-SO', role: 'INTAKE' },
  { id: 'auditor', name: 'Ines Marchetti', agency: 'GULF-TF-CELL', role: 'AUDITOR' },
  { id: 'admin', name: 'Owen Tredway', agency: 'BAYOU-SO', role: 'ADMIN' },
  { id: 'partner', name: 'Maud Lassiter', agency: 'HARBOR-HOUSE', role: 'PARTNER' },
];

export const demoDirectory: Directory = { agencies, groups, jurisdictions, users };

/** Groups an agency belongs to, by id. */
export function groupsOf(agency: string): string[] {
  return groups.filter((group) => group.agencies.includes(agency)).map((group) => group.id);
}
