import { foldCompact } from '../foldWords.ts';
import { readCountry } from './readCountry.ts';
import { canadianProvinces, usStates } from './usStates.ts';

const american = byWord('US', usStates);
const canadian = byWord('CA', canadianProvinces);

/**
 * ISO 3166-2 of a state or province of the United States or Canada by code or name; null for what is none.
 * @param country ISO 3166-1 where one is said: WA is in Australia as well
 */
export function readRegion(text: string, country?: string): string | null {
  const word = foldCompact(text.replace(/^(US|CA)[-/](?=[A-Z]{2}$)/i, ''));
  const isCanadian = country === 'CA' || /^CA-/i.test(text.trim());
  if (country !== undefined && country !== 'US' && country !== 'CA') return null;
  return (isCanadian ? canadian.get(word) : (american.get(word) ?? (country === 'US' ? undefined : canadian.get(word)))) ?? null;
}

/** State or province, else the country itself: what stands on a plate. */
export function readPlateRegion(text: string, country?: string): string | null {
  return readRegion(text, country) ?? readCountry(text) ?? (country === undefined ? null : readRegion(text));
}

function byWord(country: string, codes: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(codes).flatMap(([code, name]): [string, string][] => [
      [code.toLowerCase(), `${country}-${code}`],
      [foldCompact(name), `${country}-${code}`],
    ]),
  );
}
