import type { CleanProperties } from '../kind.ts';
import { accountNumber, iban, routing } from '../propertyTypes/bankAccount.ts';
import { holdsCardNumber, networkOf } from '../propertyTypes/cardNumber.ts';
import { chainOf, cryptoAddress } from '../propertyTypes/cryptoAddress.ts';
import { handle, service } from '../propertyTypes/handle.ts';
import { isRaw, rawKeys } from '../propertyTypes/rawKey.ts';
import { all, canonical, distinct, first } from './readProperties.ts';

/** What the record says, else what its other values can only be. */
export function schemeOf(said: CleanProperties): string | undefined {
  const has = (name: string): boolean => all(said, name).length > 0;
  if (has('scheme')) return first(said, 'scheme');
  if (has('iban') || has('accountNumber')) return 'bank';
  if (has('cryptoAddress')) return 'crypto';
  if (has('handle')) return 'app';
  return has('firstDigits') ? 'card' : undefined;
}

/** Few digits of a card stand for many cards. */
export function isWeakAccount(said: CleanProperties): boolean {
  return ['card', 'prepaid', 'gift'].includes(schemeOf(said) ?? '');
}

/** Strongest first: IBAN, bank and number, crypto address, payment service and handle, card digits. */
export function accountKeys(said: CleanProperties): readonly string[] {
  const [bank, number] = [first(said, 'routing'), first(said, 'accountNumber')];
  const [name, provider] = [first(said, 'handle'), first(said, 'service')];
  return distinct([
    ...all(said, 'iban').flatMap((value) => (isRaw(value) ? rawKeys(value) : [value]).map((key) => `iban:${key}`)),
    ...(bank === undefined || number === undefined ? [] : [`bank:${bank}/${number}`]),
    ...all(said, 'cryptoAddress').flatMap((value) => cryptoKeys(value, first(said, 'chain'))),
    ...(name === undefined || provider === undefined ? [] : [`app:${provider}/${name}`]),
    ...cardKeys(said),
  ]);
}

/**
 * What people type: an IBAN, a crypto address, `visa 411111 1111` or `411111 1111`, `065400137 1234567890` (routing,
 * account), `cashapp $lc_tx`, `prepaid greendot 1234`. The last digits alone are a matter for search.
 */
export function parseAccount(value: string): readonly string[] {
  const bank = canonical(iban, value);
  if (bank !== null && !isRaw(bank)) return [`iban:${bank}`];
  const chain = chainOf(value.trim());
  if (chain !== null) return cryptoKeys(canonical(cryptoAddress, value) ?? value.trim(), chain);
  const plain = value.normalize('NFKC').trim();
  const card = /^(.*?)\s*(\d{6,8})[\s.·•*xX-]+(\d{4})$/u.exec(plain);
  if (card) return parseCard(card[1] ?? '', card[2] ?? '', card[3] ?? '');
  const numbers = /^(\d{9})[\s/]+([\d -]{5,20})$/u.exec(plain);
  if (numbers) return parseBank(numbers[1] ?? '', numbers[2] ?? '');
  return holdsCardNumber(plain) ? [] : [...parseIssued(plain), ...parseApp(plain)];
}

/** `prepaid Palmetto 4471`; without the word it may be a gift card as well. */
function parseIssued(plain: string): string[] {
  const [, scheme, issuer, last] = /^(?:(prepaid|gift)(?: card)?\s+)?(\S.*?)[\s·•*]+(\d{4})$/iu.exec(plain) ?? [];
  const named = canonical(service, issuer ?? '');
  const schemes = scheme === undefined ? ['prepaid', 'gift'] : [scheme.toLowerCase()];
  return named === null ? [] : schemes.map((one) => `${one}:${named}/${last}`);
}

function parseApp(plain: string): string[] {
  const [, provider, name] = /^(.+?)[\s/:]+[@$]?(\S+)$/u.exec(plain) ?? [];
  const [known, folded] = [canonical(service, provider ?? ''), canonical(handle, name ?? '')];
  return known === null || folded === null ? [] : [`app:${known}/${folded}`];
}

function parseCard(issuer: string, firstDigits: string, lastDigits: string): readonly string[] {
  const named = canonical(service, issuer) ?? networkOf(firstDigits);
  return named === null
    ? []
    : cardKeys({ scheme: ['card'], issuer: [named], firstDigits: [firstDigits], lastDigits: [lastDigits] });
}

function parseBank(routingNumber: string, number: string): string[] {
  const bank = canonical(routing, routingNumber);
  const account = canonical(accountNumber, number, { sibling: (name) => (name === 'routing' ? routingNumber : undefined) });
  return bank === null || account === null ? [] : [`bank:${bank}/${account}`];
}

/** A card with 8 first digits is also found by 6 of them. */
function cardKeys(said: CleanProperties): readonly string[] {
  const [issuer, begin, last] = [first(said, 'issuer'), first(said, 'firstDigits'), first(said, 'lastDigits')];
  const scheme = schemeOf(said) ?? '';
  if (issuer === undefined || last === undefined) return [];
  if (scheme === 'prepaid' || scheme === 'gift') return [`${scheme}:${issuer}/${last}`];
  if (scheme !== 'card' || begin === undefined) return [];
  return distinct([begin, begin.slice(0, 6)].map((digits) => `card:${issuer}/${digits}/${last}`));
}

function cryptoKeys(value: string, chain: string | undefined): string[] {
  if (isRaw(value)) return rawKeys(value).map((key) => `crypto:${key}`);
  return chain === undefined ? [] : [`crypto:${chain}/${value}`];
}
