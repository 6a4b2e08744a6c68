import { foldCompact } from '../foldWords.ts';
import { accept, makeType, refuse } from './makeType.ts';

/** Hex digits that each algorithm gives. */
const lengths: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64, phash: 16, dhash: 16, ahash: 16, pdq: 64 };

export const hashAlgorithm = makeType({
  name: 'hashAlgorithm',
  clean: (raw) => {
    const value = foldCompact(raw);
    return value === '' ? refuse('The algorithm is empty', Object.keys(lengths).join(', ')) : accept(value);
  },
});

/** Hash of a picture in hex, lower case; the picture itself is never kept. The length must fit the algorithm said. */
export const imageHash = makeType({
  name: 'imageHash',
  clean: (raw, context) => {
    const value = raw.trim().toLowerCase().replace(/^0x/, '');
    const algorithm = foldCompact(context.sibling?.('algorithm') ?? '');
    const length = lengths[algorithm];
    const isHex = /^[0-9a-f]{8,256}$/.test(value);
    return isHex && (length === undefined || value.length === length)
      ? accept(value)
      : refuse(
          'The value is not a hash of that algorithm',
          length === undefined ? 'hex digits' : `${length} hex digits for ${algorithm}`,
        );
  },
  compare: compareBits,
  words: (value) => [value],
});

/** Share of equal bits, for perceptual hashes of the same length. */
function compareBits(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length !== b.length) return 0;
  let differing = 0;
  for (let i = 0; i < a.length; i++)
    for (let bits = parseInt(a.charAt(i), 16) ^ parseInt(b.charAt(i), 16); bits > 0; bits >>= 1) differing += bits & 1;
  return 1 - differing / (a.length * 4);
}
