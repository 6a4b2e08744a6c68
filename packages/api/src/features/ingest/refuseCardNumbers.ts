import { mentionsCardNumber } from '../../model/cardNumbers.ts';
import type { Problems } from './problems.ts';

/** Looks at every text of an input, wherever it stands. The number itself is never repeated. */
export function refuseCardNumbers(input: unknown, problems: Problems): void {
  // Where each text stands need only be known of the few inputs that hold a number.
  if (holdsCardNumber(input)) report(input, problems, '');
}

function holdsCardNumber(input: unknown): boolean {
  if (typeof input === 'string') return mentionsCardNumber(input);
  if (input === null || typeof input !== 'object') return false;
  if (Array.isArray(input)) return input.some(holdsCardNumber);
  for (const name in input) if (holdsCardNumber((input as Readonly<Record<string, unknown>>)[name])) return true;
  return false;
}

function report(input: unknown, problems: Problems, path: string): void {
  if (problems.isFull) return;
  if (typeof input === 'string') {
    if (mentionsCardNumber(input))
      problems.add(
        path,
        'This holds a full payment card number, which is never stored',
        'a FINANCIAL_ACCOUNT with scheme card, issuer, firstDigits (the first 6 to 8) and lastDigits (the last 4), such as 411111 and 1111',
      );
  } else if (Array.isArray(input)) {
    for (const [index, item] of input.entries()) report(item, problems, `${path}[${index}]`);
  } else if (input !== null && typeof input === 'object') {
    for (const [name, item] of Object.entries(input)) report(item, problems, path === '' ? name : `${path}.${name}`);
  }
}
