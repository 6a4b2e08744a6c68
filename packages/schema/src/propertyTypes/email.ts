import { foldIdentifier } from '../foldWords.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType } from './makeType.ts';
import { isRaw, keepRaw, withoutRaw } from './rawKey.ts';

const address = /^[^\s@<>()[\],;:"\\]{1,64}@(?:[^\s@<>()[\],;:"\\.]+\.)+[^\s@<>()[\],;:"\\.]{2,63}$/u;

/** Lower case, without `mailto:`, a display name and angle brackets. What is no address is kept, unverified. */
export const email = makeType({
  name: 'email',
  clean: (raw) => {
    const plain = raw
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .trim();
    const inner = /<([^<>]+)>\s*$/u.exec(plain)?.[1] ?? plain;
    const value = inner
      .replace(/^mailto:/iu, '')
      .replace(/[.,;]+$/u, '')
      .trim()
      .toLowerCase();
    return address.test(value) ? accept(value) : keepRaw(raw);
  },
  compare: (a, b) => (a === b ? 1 : Math.max(hint(a) === hint(b) ? 0.95 : 0, osaSimilarity(a, b) * 0.9)),
  show: withoutRaw,
  words: (value) =>
    isRaw(value) ? [withoutRaw(value).toLowerCase()] : [...new Set([...foldIdentifier(value), ...foldIdentifier(hint(value))])],
});

/** Without the dots and the plus tag that some providers ignore: helps search, decides nothing. */
function hint(value: string): string {
  const [local = '', domain = ''] = value.split('@');
  return `${local.replace(/\+.*$/u, '').replaceAll('.', '')}@${domain}`;
}
