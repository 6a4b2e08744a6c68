import { accept, makeType, refuse } from './makeType.ts';

/** Ages a person may have: `30-40`, `17`, `40+`, `under 18` (0-17). */
export const ageRange = makeType({
  name: 'ageRange',
  clean: (raw) => {
    const range = readRange(raw.normalize('NFKC').trim().toLowerCase());
    return range && range[0] <= range[1] && range[1] <= 130
      ? accept(range[0] === range[1] ? String(range[0]) : `${range[0]}-${range[1]}`)
      : refuse('The ages are not a range', 'lowest and highest age in years, such as 30-40');
  },
  compare: (a, b) => (a === b || (lowestAgeOf(a) <= highestAgeOf(b) && lowestAgeOf(b) <= highestAgeOf(a)) ? 1 : 0),
  show: (value) => value.replace('-', '–'),
});

export function lowestAgeOf(value: string): number {
  return Number(value.split('-')[0]);
}

function highestAgeOf(value: string): number {
  return Number(value.split('-').at(-1));
}

function readRange(raw: string): readonly [number, number] | null {
  const between = /^(\d{1,3})(?: ?(?:-|–|to) ?(\d{1,3}))?$/.exec(raw);
  if (between) return [Number(between[1]), Number(between[2] ?? between[1])];
  const open = /^(\d{1,3}) ?(?:\+|and over|or older)$/.exec(raw);
  if (open) return [Number(open[1]), 130];
  const under = /^(?:under|<) ?(\d{1,3})$/.exec(raw);
  return under ? [0, Number(under[1]) - 1] : null;
}
