import { getCountries } from 'libphonenumber-js/max';
import { foldCompact } from '../foldWords.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });
const byName = new Map<string, string>(
  getCountries().flatMap((code): [string, string][] => [
    [code.toLowerCase(), code],
    [foldCompact(names.of(code) ?? code), code],
  ]),
);
for (const [name, code] of Object.entries({
  usa: 'US',
  unitedstatesofamerica: 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  mexico: 'MX',
  mex: 'MX',
  can: 'CA',
}))
  byName.set(name, code);

/** ISO 3166-1 alpha-2 of a country's code or English name; null for what is none. */
export function readCountry(text: string): string | null {
  return byName.get(foldCompact(text)) ?? null;
}

export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
