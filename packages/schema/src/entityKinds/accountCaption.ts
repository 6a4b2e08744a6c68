import type { CleanProperties } from '../kind.ts';
import { withoutRaw } from '../propertyTypes/rawKey.ts';
import { schemeOf } from './accountKeys.ts';
import { first } from './readProperties.ts';

const names: Readonly<Record<string, string>> = {
  bank: 'Bank',
  card: 'Card',
  app: 'Pay app',
  crypto: 'Crypto',
  prepaid: 'Prepaid',
  gift: 'Gift card',
};

/** `Card ··7731`, `Bank ··0926`, `Pay app @lc_tx`, `Crypto bc1qar0s…f5mdq`. */
export function captionAccount(said: CleanProperties): string | null {
  const scheme = schemeOf(said);
  const name = names[scheme ?? ''];
  if (name === undefined) return null;
  const tail = (scheme === 'app' ? tailOf(said, 'handle') : undefined) ?? tailOf(said, 'cryptoAddress') ?? lastOf(said);
  return tail === undefined ? name : `${name} ${tail}`;
}

function tailOf(said: CleanProperties, property: 'handle' | 'cryptoAddress'): string | undefined {
  const value = first(said, property);
  if (value === undefined) return undefined;
  const plain = withoutRaw(value);
  return property === 'handle' ? `@${plain}` : plain.length > 14 ? `${plain.slice(0, 8)}…${plain.slice(-5)}` : plain;
}

function lastOf(said: CleanProperties): string | undefined {
  const iban = first(said, 'iban');
  const last = first(said, 'lastDigits') ?? first(said, 'accountNumber')?.slice(0, 4) ?? (iban && withoutRaw(iban).slice(-4));
  return last === undefined ? undefined : `··${last}`;
}
