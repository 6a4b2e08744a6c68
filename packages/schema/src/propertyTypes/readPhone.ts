import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CleanContext } from '../propertyType.ts';
import { keypadDigits, plainFigures, revealDigits } from './revealDigits.ts';

const extension = /[\s,;(.-]*(?:\b(?:ext(?:ension)?|extn|xtn)\b\.?|;ext=|#|\bx(?=\s?\d))\s*[:.]?\s*(\d{1,7})\)?\s*$/i;

export interface ReadPhone {
  /** E.164, or null where no country's plan has such a number. */
  readonly number: string | null;
  /** The digits read, or the letters and digits as given where they are not all digits. */
  readonly letters: string;
  readonly extension: string | null;
}

/**
 * A phone number as people write, say or hide it. A country is assumed only where the report says one, with one
 * exception: ten digits (or 1 and ten) that the North American plan knows are taken as such when no country is said.
 */
export function readPhone(raw: string, context: CleanContext): ReadPhone {
  const plain = plainFigures(raw).replace(/^\s*(?:tel|sms|whatsapp):/, '');
  const ext = extension.exec(plain)?.[1] ?? null;
  const body = ext === null ? plain : plain.replace(extension, '');
  const isInternational = /^[^a-z0-9]*\+/.test(body);
  const digits = revealDigits(body) ?? keypadDigits(body);
  const letters = digits ?? body.replaceAll(/[^a-z0-9]/g, '').toUpperCase();
  return { number: digits === null ? null : findNumber(digits, isInternational, context), letters, extension: ext };
}

function findNumber(digits: string, isInternational: boolean, context: CleanContext): string | null {
  const said = context.country?.toUpperCase();
  const country = said !== undefined && isSupportedCountry(said) ? said : undefined;
  if (isInternational) return international(digits);
  if (digits.startsWith('011')) return international(digits.slice(3));
  if (digits.startsWith('00')) return international(digits.slice(2));
  const northAmerican = digits.length === 7 ? (context.areaCode ?? '') + digits : digits;
  const isNorthAmerican = said === undefined || isOfNorthAmerica(country);
  if (isNorthAmerican && /^1?[2-9]\d{9}$/.test(northAmerican)) return valid(northAmerican, country ?? 'US');
  return country === undefined ? null : valid(digits, country);
}

/** Mexico's mobile prefix 1 was given up in 2019: +52 1 55 ... is +52 55 ... today. */
function international(digits: string): string | null {
  return valid(`+${digits}`) ?? (digits.startsWith('521') ? valid(`+52${digits.slice(3)}`) : null);
}

function valid(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() === true ? number.number : null;
}

function isOfNorthAmerica(country: CountryCode | undefined): boolean {
  return country !== undefined && getCountryCallingCode(country) === '1';
}
