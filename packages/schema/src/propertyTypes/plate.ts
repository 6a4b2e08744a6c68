import { foldIdentifier } from '../foldWords.ts';
import { readPlateRegion } from '../places/readRegion.ts';
import type { CleanContext } from '../propertyType.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType, refuse } from './makeType.ts';
import { keepRaw, withoutRaw } from './rawKey.ts';

/** Upper case without separators; 2 to 8 letters and digits, else kept raw. O/0 and I/1 are told apart: only search mixes them. */
export const plate = makeType({
  name: 'plate',
  clean: (given, context) => {
    const raw = withoutPlace(given, context);
    const value = raw
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
    if (value === '') return refuse('The plate is empty', 'letters and digits of the plate, such as 482 KTR');
    return /^[A-Z0-9]{2,8}$/.test(value) ? accept(value) : keepRaw(raw, context.country?.toUpperCase());
  },
  compare: (a, b) => (a === b ? 1 : Math.max(alike(a) === alike(b) ? 0.95 : 0, osaSimilarity(a, b) * 0.9)),
  show: showPlate,
  words: (value) => [...new Set([...foldIdentifier(showPlate(value)), ...lookAlikes(withoutRaw(value))])],
});

/** A state or country written before the plate: `LA 482 KTR`. Null where nothing there is one. */
export function splitPlace(value: string, country?: string): { readonly place: string; readonly rest: string } | null {
  const match = /^\s*(\p{L}[\p{L} .]*?)[\s,:/-]+(.*\d.*)$/u.exec(value);
  if (!match) return null;
  const [, before = '', rest = ''] = match;
  const place = readPlateRegion(before, country);
  return place === null ? null : { place, rest };
}

/** The plate alone, where its state stands before it and is said of its own as well. Only then is it sure to be one. */
function withoutPlace(raw: string, { sibling, country }: CleanContext): string {
  const said = sibling?.('plateRegion');
  if (said === undefined) return raw;
  const parts = splitPlace(raw, country);
  return parts !== null && parts.place === readPlateRegion(said, country) ? parts.rest : raw;
}

/** Grouped where letters and digits make two blocks: `482 KTR`, `AB12 CDE`. */
function showPlate(value: string): string {
  return withoutRaw(value)
    .replace(/^(\d{2,4})([A-Z]{2,4})$/, '$1 $2')
    .replace(/^([A-Z]{2,4})(\d{2,4})$/, '$1 $2')
    .replace(/^([A-Z]{2}\d{2})([A-Z]{3})$/, '$1 $2');
}

/** Letters that are taken for digits on a plate, as digits. */
function alike(value: string): string {
  return value.replaceAll(/[OQ]/g, '0').replaceAll('I', '1');
}

/** The plate with every look-alike as a digit, and with every one as a letter. */
function lookAlikes(value: string): string[] {
  return [alike(value), value.replaceAll('0', 'O').replaceAll('1', 'I')].map((variant) => variant.toLowerCase());
}
