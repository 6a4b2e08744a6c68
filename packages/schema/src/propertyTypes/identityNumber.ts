import { foldIdentifier } from '../foldWords.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType, refuse, tidy } from './makeType.ts';

/** `issuer/kind/value`, such as `BAYOU-SO/person/88121`: issuer and value in upper case, kind in lower. */
export const identityNumber = makeType({
  name: 'identityNumber',
  clean: (raw) => {
    const [issuer = '', kind = '', ...rest] = tidy(raw.normalize('NFKC'))
      .split('/')
      .map((part) => part.trim());
    const value = rest.join('/');
    return issuer === '' || kind === '' || value === ''
      ? refuse('An identity number says who issued it and of what kind it is', 'issuer/kind/value, such as BAYOU-SO/person/88121')
      : accept(`${issuer.toUpperCase()}/${kind.toLowerCase()}/${value.toUpperCase()}`);
  },
  compare: (a, b) => (a === b ? 1 : osaSimilarity(valueOf(a), valueOf(b)) * 0.9),
  show: (value) => value.split('/').slice(0, 2).join(' ') + ` ${valueOf(value)}`,
  words: (value) => foldIdentifier(valueOf(value)),
});

export function issuerOf(value: string): string {
  return value.split('/')[0] ?? '';
}

function valueOf(value: string): string {
  return value.split('/').slice(2).join('/');
}
