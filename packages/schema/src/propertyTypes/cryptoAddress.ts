import { validate as isBitcoin } from 'bitcoin-address-validation';
import { validate } from 'multicoin-address-validator';
import { foldCompact } from '../foldWords.ts';
import { accept, makeType, refuse } from './makeType.ts';
import { isRaw, keepRaw, withoutRaw } from './rawKey.ts';

/** Chains whose addresses can be checked, with what people call them and the name their checker knows. */
const chains = [
  { chain: 'bitcoin', checker: 'btc', others: ['btc', 'xbt'] },
  { chain: 'ethereum', checker: 'eth', others: ['eth', 'erc20', 'usdc'] },
  { chain: 'tron', checker: 'trx', others: ['trx', 'trc20'] },
  { chain: 'litecoin', checker: 'ltc', others: ['ltc'] },
  { chain: 'dogecoin', checker: 'doge', others: ['doge'] },
  { chain: 'monero', checker: 'xmr', others: ['xmr'] },
  { chain: 'solana', checker: 'sol', others: ['sol'] },
  { chain: 'ripple', checker: 'xrp', others: ['xrp'] },
  { chain: 'bitcoincash', checker: 'bch', others: ['bch'] },
  { chain: 'dash', checker: 'dash', others: [] },
  { chain: 'zcash', checker: 'zec', others: ['zec'] },
] as const;

export const chain = makeType({
  name: 'chain',
  clean: (raw) => {
    const word = foldCompact(raw);
    return word === '' ? refuse('The chain is empty', 'a chain, such as bitcoin') : accept(chainNamed(word) ?? word);
  },
  words: (value) => [value],
});

/** Checked against the chain beside it, or against every known chain; what fits none is kept raw. */
export const cryptoAddress = makeType({
  name: 'cryptoAddress',
  isSlow: true,
  clean: (raw, context) => {
    const address = raw
      .normalize('NFKC')
      .trim()
      .replace(/^(bitcoin|ethereum|litecoin|tron):/iu, '')
      .replace(/\?.*$/u, '');
    if (foldCompact(address) === '') return refuse('The address is empty', 'the address as the wallet shows it');
    const said = context.sibling?.('chain');
    const word = said === undefined ? undefined : foldCompact(said);
    const known = word === undefined ? chainOf(address) : fits(address, chainNamed(word) ?? word);
    return known ? accept(foldCase(address)) : keepRaw(address);
  },
  show: withoutRaw,
  words: (value) => [withoutRaw(value).toLowerCase()],
});

/** First known chain that has such an address; null when none has. */
export function chainOf(address: string): string | null {
  return address === '' || isRaw(address) ? null : (chains.find(({ chain: name }) => fits(address, name))?.chain ?? null);
}

function chainNamed(word: string): string | undefined {
  return chains.find(({ chain: name, others }) => name === word || others.some((other) => other === word))?.chain;
}

/** An unknown chain is believed. */
function fits(address: string, name: string): boolean {
  const known = chains.find(({ chain: one }) => one === name);
  if (!known) return /^[\w:.-]{20,120}$/.test(address);
  return known.checker === 'btc' ? isBitcoin(address) : validate(address, known.checker);
}

/** Hex and bech32 addresses mean the same in any case; base58 ones do not. */
function foldCase(address: string): string {
  return /^(0x[0-9a-f]{40}|(bc|ltc|tb)1[a-z0-9]+)$/i.test(address) ? address.toLowerCase() : address;
}
