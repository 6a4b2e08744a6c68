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
  show: (value) => value.replace('/', ' ').replace('/', ' '),
  words: (value) => foldIdentifier(valueOf(value)),
});

export function issuerOf(value: string): string {
  const end = value.indexOf('/');
  return end < 0 ? value : value.slice(0, end);
}

function valueOf(value: string): string {
  const kind = value.indexOf('/') + 1;
  return value.slice(value.indexOf('/', kind) + 1);
}
