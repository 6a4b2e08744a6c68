import { foldWords } from '../foldWords.ts';

/** Words of streets as the postal service shortens them. */
const short: ReadonlyMap<string, string> = new Map(
  [
    'street st, str st, avenue ave, av ave, boulevard blvd, road rd, drive dr, drv dr, court ct, lane ln, place pl, square sq',
    'terrace ter, parkway pkwy, highway hwy, freeway fwy, circle cir, trail trl, crescent cres, close cl, expressway expy',
    'turnpike tpke, route rte, alley aly, bend bnd, saint st, mount mt, fort ft, interstate i',
    'north n, south s, east e, west w, northeast ne, northwest nw, southeast se, southwest sw',
    'first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th, sixth 6th, seventh 7th, eighth 8th, ninth 9th, tenth 10th',
  ]
    .flatMap((line) => line.split(', '))
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);
const unitWords = new Set([
  'apt',
  'apartment',
  'unit',
  'suite',
  'ste',
  'room',
  'rm',
  'flat',
  'no',
  'number',
  'lot',
  'trlr',
  'trailer',
]);

/** A street line as keys compare it: `1418 North Larkspur Court` is `1418 n larkspur ct`. */
export function foldStreet(street: string): string {
  return foldWords(street)
    .map((word) => short.get(word) ?? word)
    .join(' ');
}

/** A unit as keys compare it: `Apt. 4-B` and `# 4B` are `4b`. */
export function foldUnit(unit: string): string {
  return foldWords(unit)
    .filter((word) => !unitWords.has(word))
    .join('');
}
