import { foldCompact, foldWords } from '../foldWords.ts';
import { osaSimilarity } from '../similarity.ts';
import { accept, makeType, refuse } from './makeType.ts';

const british = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** Upper case; United States `70001` or `70001-1234`, British and Canadian ones in their usual halves, others as compact letters. */
export const postcode = makeType({
  name: 'postcode',
  clean: (raw) => {
    const compact = foldCompact(raw).toUpperCase();
    if (compact === '' || compact.length > 12) return refuse('The value is no postcode', 'a postcode, such as 70001 or WN3 4NL');
    return accept(
      compact
        .replace(/^(\d{5})(\d{4})$/, '$1-$2')
        .replace(british, '$1 $2')
        .replace(/^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, '$1 $2'),
    );
  },
  compare: (a, b) => (a === b ? 1 : osaSimilarity(a, b) * 0.9),
  words: (value) => [...new Set([foldCompact(value), ...foldWords(value)])],
});

/** Country whose postcodes look like this: US for five digits, unless another is said. */
export function countryOfPostcode(value: string): string | null {
  if (/^\d{5}(-\d{4})?$/.test(value)) return 'US';
  if (british.test(value.replace(' ', ''))) return 'GB';
  return /^[A-Z]\d[A-Z] \d[A-Z]\d$/.test(value) ? 'CA' : null;
}
