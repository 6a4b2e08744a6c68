import { foldCompact, foldIdentifier } from '../foldWords.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType, refuse } from './makeType.ts';

const services = new Map([
  ['ig', 'instagram'],
  ['insta', 'instagram'],
  ['fb', 'facebook'],
  ['snap', 'snapchat'],
  ['twitter', 'x'],
  ['tg', 'telegram'],
]);

/** A name at a platform or payment app: without `@`, `$` and blanks, lower case. */
export const handle = makeType({
  name: 'handle',
  clean: (raw) => {
    const value = raw
      .normalize('NFKC')
      .replaceAll(/[\s\p{Cf}]/gu, '')
      .replace(/^[@$]+/u, '')
      .toLowerCase();
    return value === '' ? refuse('The handle is empty', 'a handle, such as @tq_nola') : accept(value);
  },
  compare: osaSimilarity,
  show: (value) => `@${value}`,
  words: foldIdentifier,
});

/** Account id given by a platform: kept to the letter. */
export const accountId = makeType({
  name: 'accountId',
  clean: (raw) => {
    const value = raw.normalize('NFKC').trim();
    return value === '' ? refuse('The id is empty', 'the id as the platform writes it') : accept(value);
  },
  words: foldIdentifier,
});

/** Platform, payment service or card issuer as one word: `Cash App` is `cashapp`, `IG` is `instagram`. */
export const service = makeType({
  name: 'service',
  isSlow: true,
  clean: (raw) => {
    const value = foldCompact(raw.replace(/^https?:\/\/(www\.)?/iu, '').replace(/\.(com|net|org)\/?$/iu, ''));
    return value === '' ? refuse('The name has no letters', 'a name, such as Instagram') : accept(services.get(value) ?? value);
  },
  words: (value) => [value],
});
