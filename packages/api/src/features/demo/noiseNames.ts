import type { Chance } from './seededRandom.ts';

const given = (
  'Abner Ada Alma Amos Anselma Arlo Bette Boyd Callie Cedric Clara Corwin Dahlia Delmar Edda Elroy Esther Ezra Fern Floyd Gideon ' +
  'Greta Hollis Ida Ivor Jonas Josie Keziah Lamar Leona Linus Lorna Mabel Merle Milo Myrna Nadia Ned Odell Opal Otis Pearl Quincy ' +
  'Ramona Rosalind Rufus Selma Silas Sybil Thea Tobias Una Verna Wade Willa Winston Yvette Zelda'
).split(' ');
const family = (
  'Abernal Ashgrove Bandolin Barrowes Birchall Braddick Cadewell Calloway Chenard Cordell Dansby Delphine Dunmore Eastlake Ellery ' +
  'Fairbourn Fontaine Garrick Gravier Halden Harlowe Hebert Ingram Jessup Kellner Kirkbride Landry Lattimer Lovelace Marchand ' +
  'Mayhew Merriweather Naquin Norcross Oakes Ormond Pettigrew Prejean Quarles Ravenel Robicheaux Sallows Sinclair Tarkington ' +
  'Thorne Underhill Vallier Wexley Whitlow Yarborough Zeringue'
).split(' ');

export const givenName = (chance: Chance): string => chance.pick(given);
export const familyName = (chance: Chance): string => chance.pick(family);
export const fullName = (chance: Chance): string => `${givenName(chance)} ${familyName(chance)}`;

export function birthDay(chance: Chance, fromYear: number, toYear: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${chance.between(fromYear, toYear)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}

export function plateText(chance: Chance): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  return `${chance.between(100, 999)} ${[1, 2, 3].map(() => letters[chance.between(0, letters.length - 1)]).join('')}`;
}

const streets = [
  'Alder',
  'Briar',
  'Canebrake',
  'Dogwood',
  'Egret',
  'Fern',
  'Gardenia',
  'Heron',
  'Ibis',
  'Jasmine',
  'Kingfisher',
  'Laurel',
];
const towns = [
  { city: 'Metairie', region: 'LA', postcode: '70003' },
  { city: 'Slidell', region: 'LA', postcode: '70458' },
  { city: 'Baton Rouge', region: 'LA', postcode: '70806' },
  { city: 'Gulfport', region: 'MS', postcode: '39501' },
  { city: 'Mobile', region: 'AL', postcode: '36606' },
  { city: 'Pensacola', region: 'FL', postcode: '32503' },
  { city: 'Houston', region: 'TX', postcode: '77009' },
] as const;

export function homeAddress(chance: Chance): Readonly<Record<string, string>> {
  return { street: `${chance.between(100, 9_900)} ${chance.pick(streets)} St`, ...chance.pick(towns), country: 'US' };
}
