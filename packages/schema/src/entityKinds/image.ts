import { hashAlgorithm, imageHash } from '../propertyTypes/imageHash.ts';
import { note } from '../propertyTypes/text.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { canonical, first } from './readProperties.ts';

const byLength: Readonly<Record<number, readonly string[]>> = {
  16: ['phash', 'dhash', 'ahash'],
  32: ['md5'],
  40: ['sha1'],
  64: ['sha256', 'pdq'],
};

export const image = makeEntityKind({
  kind: 'IMAGE',
  typeName: 'Image',
  label: 'Image',
  plural: 'Images',
  family: 'ad',
  layer: 'what',
  icon: 'image',
  properties: [
    property('algorithm', 'Algorithm', hashAlgorithm),
    identifier('hash', 'Hash', imageHash),
    property('remark', 'Remark', note),
  ],
  caption: (said) => {
    const hash = first(said, 'hash');
    return hash === undefined ? null : `Image ··${hash.slice(-6)}`;
  },
  keys: (said) => {
    const [algorithm, hash] = [first(said, 'algorithm'), first(said, 'hash')];
    return algorithm === undefined || hash === undefined ? [] : [`${algorithm}:${hash}`];
  },
  parseLookup: (value) => {
    const [, algorithm, typed = ''] = /^\s*(?:([a-z][\w-]*)[\s:/]+)?(\S+)\s*$/iu.exec(value) ?? [];
    const hash = canonical(imageHash, typed, { sibling: () => algorithm });
    if (hash === null) return [];
    const named = algorithm === undefined ? null : canonical(hashAlgorithm, algorithm);
    return named === null ? (byLength[hash.length] ?? []).map((one) => `${one}:${hash}`) : [`${named}:${hash}`];
  },
});
