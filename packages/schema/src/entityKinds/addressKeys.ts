import type { CleanProperties } from '../kind.ts';
import { foldCompact } from '../foldWords.ts';
import { foldStreet, foldUnit } from '../places/streetWords.ts';
import { countryOfPostcode } from '../propertyTypes/postcode.ts';
import { rawKeys } from '../propertyTypes/rawKey.ts';
import { readAddress } from '../places/readAddress.ts';
import { all, first } from './readProperties.ts';

const partNames = ['street', 'unit', 'city', 'region', 'postcode', 'country'] as const;

/**
 * Keys of an address: street, unit, postcode, country, then the same with city and region in place of the postcode.
 * Where there is no street to key, letters and digits of the line as given (`raw:`), if it has a number at all.
 */
export function addressKeys(said: CleanProperties): string[] {
  const [street, unit, city, region, postcode] = partNames.map((name) => first(said, name));
  const country = first(said, 'country') ?? inferCountry(region, postcode) ?? '??';
  const full = first(said, 'full');
  const folded = street === undefined ? '' : foldStreet(street);
  if (folded === '') return full === undefined ? [] : rawKeys(`raw:${country}${foldCompact(full).toUpperCase()}`);
  const line = `${folded}|${unit === undefined ? '' : foldUnit(unit)}`;
  const keys: string[] = [];
  if (postcode !== undefined) keys.push(`${line}|${foldCompact(postcode.replace(/^(\d{5})-\d{4}$/u, '$1'))}|${country}`);
  if (city !== undefined && region !== undefined) keys.push(`${line}|${foldCompact(city)}|${foldCompact(region)}|${country}`);
  return keys;
}

/** Parts that the whole line tells and the record does not. */
export function addressParts(said: CleanProperties): CleanProperties {
  const full = first(said, 'full');
  if (full === undefined || all(said, 'street').length > 0) return {};
  const read = readAddress(full);
  return Object.fromEntries(
    partNames.flatMap((name) => (read[name] === undefined || all(said, name).length > 0 ? [] : [[name, [read[name]]]])),
  );
}

/** Keys of an address written in one line. */
export function addressKeysOfLine(line: string): string[] {
  const said = { full: [line] };
  return addressKeys({ ...said, ...addressParts(said) });
}

function inferCountry(region: string | undefined, postcode: string | undefined): string | null {
  const ofRegion = /^(US|CA)-/u.exec(region ?? '')?.[1];
  return ofRegion ?? (postcode === undefined ? null : countryOfPostcode(postcode));
}
