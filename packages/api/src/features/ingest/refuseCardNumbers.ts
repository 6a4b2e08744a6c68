import { mentionsCardNumber } from '../../model/cardNumbers.ts';
import type { Problems } from './problems.ts';

/** Looks at every text of an input, wherever it stands. The number itself is never repeated. */
export function refuseCardNumbers(input: unknown, problems: Problems, path = ''): void {
  if (problems.isFull) return;
  if (typeof input === 'string') {
    if (mentionsCardNumber(input))
      problems.add(
        path,
        'This holds a full payment card number, which is never stored',
        'a FINANCIAL_ACCOUNT with scheme card, issuer, firstDigits (the first 6 to 8) and lastDigits (the last 4), such as 411111 and 1111',
      );
  } else if (Array.isArray(input)) {
    for (const [index, item] of input.entries()) refuseCardNumbers(item, problems, `${path}[${index}]`);
  } else if (input !== null && typeof input === 'object') {
    for (const [name, item] of Object.entries(input)) refuseCardNumbers(item, problems, path === '' ? name : `${path}.${name}`);
  }
}
