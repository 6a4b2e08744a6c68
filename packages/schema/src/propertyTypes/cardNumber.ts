import cardValidator from 'card-validator';
import type { PropertyType, Refusal } from '../propertyType.ts';
import { plainFigures } from './revealDigits.ts';
import { refuse } from './makeType.ts';

/** The same type, refusing every value that holds a full payment card number, before it can be stored or logged. */
export function withoutCardNumber(type: PropertyType): PropertyType {
  return { ...type, clean: (raw, context) => (holdsCardNumber(raw) ? refuseCardNumber() : type.clean(raw, context)) };
}

export function refuseCardNumber(): Refusal {
  return refuse('A full card number may not be given', 'the first 6 to 8 digits as firstDigits and the last 4 as lastDigits');
}

/**
 * Whether a text holds 13 to 19 digits with a card's check digit, however they are grouped.
 * Longer runs are looked at from the start of each group, as far as a known issuer's numbers go.
 */
export function holdsCardNumber(text: string): boolean {
  const runs = plainFigures(text).match(/\d(?:[^a-z0-9]{0,3}\d){12,}/g) ?? [];
  return runs.some((run) => {
    const groups = run.split(/\D+/);
    const digits = groups.join('');
    return (
      (digits.length <= 19 && hasCheckDigit(digits)) ||
      groups.some((_, from) => startsWithCard(groups.slice(from, from + longest).join('')))
    );
  });
}

/** Issuer's network by the first digits: `visa`; null where they belong to none or to several. */
export function networkOf(firstDigits: string): string | null {
  return cardValidator.number(firstDigits).card?.type.replaceAll('-', '') ?? null;
}

const longest = 19;

function startsWithCard(digits: string): boolean {
  for (let length = 13; length <= Math.min(longest, digits.length); length++) {
    const number = digits.slice(0, length);
    // The check digit first: it costs least. UnionPay gives out numbers without one.
    if ((hasCheckDigit(number) || /^(?:62|81)/.test(number)) && cardValidator.number(number).isValid) return true;
  }
  return false;
}

/** Luhn, ISO/IEC 7812-1. */
function hasCheckDigit(digits: string): boolean {
  if (/^0+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
