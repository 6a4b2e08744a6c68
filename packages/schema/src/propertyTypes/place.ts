import { foldWords } from '../foldWords.ts';
import { countryName, readCountry } from '../places/readCountry.ts';
import { readPlateRegion, readRegion } from '../places/readRegion.ts';
import { canadianProvinces, usStates } from '../places/usStates.ts';
import { jaroWinkler } from '../similarity.ts';
import { accept, makeType, refuse, tidy } from './makeType.ts';

/** Canonical: ISO 3166-1 alpha-2. Names and codes are read; what is neither is refused. */
export const country = makeType({
  name: 'country',
  isSlow: true,
  clean: (raw) => {
    const code = readCountry(raw);
    return code === null ? refuse('There is no such country', 'a country’s name or two-letter code, such as US') : accept(code);
  },
  show: countryName,
  words: (value) => foldWords(countryName(value)),
});

/** Canonical: ISO 3166-2 for states and provinces of the United States and Canada (`US-LA`), else as written. */
export const region = makeType({
  name: 'region',
  isSlow: true,
  clean: (raw, context) => {
    const value = readRegion(raw, siblingCountry(context.sibling) ?? context.country) ?? tidy(raw);
    return value === '' ? refuse('The region is empty', 'a state or region, such as LA') : accept(value);
  },
  compare: (a, b) => (a === b ? 1 : jaroWinkler(a.toLowerCase(), b.toLowerCase()) * 0.9),
  show: showRegion,
  words: (value) => [...new Set([...foldWords(showRegion(value)), ...foldWords(regionName(value))])],
});

/** State, province or country that issued a plate. */
export const plateRegion = makeType({
  ...region,
  name: 'plateRegion',
  clean: (raw, context) => {
    const value = readPlateRegion(raw, context.country) ?? tidy(raw).toUpperCase();
    return value === '' ? refuse('The region is empty', 'the state or country of the plate, such as LA') : accept(value);
  },
});

/** `LA` of `US-LA`. */
export function showRegion(value: string): string {
  return /^(US|CA)-[A-Z]{2}$/.test(value) ? value.slice(3) : value;
}

function regionName(value: string): string {
  const code = value.slice(3);
  return (value.startsWith('US-') ? usStates[code] : value.startsWith('CA-') ? canadianProvinces[code] : undefined) ?? '';
}

function siblingCountry(sibling: ((name: string) => string | undefined) | undefined): string | undefined {
  const said = sibling?.('country');
  return said === undefined ? undefined : (readCountry(said) ?? undefined);
}
