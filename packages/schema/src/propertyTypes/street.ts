import { foldWords } from '../foldWords.ts';
import { foldStreet, foldUnit } from '../places/streetWords.ts';
import { jaroWinkler } from '../similarity.ts';
import { makeType } from './makeType.ts';
import { text } from './text.ts';

/** Street line with its house number; compared and keyed with the words of streets shortened, shown as written. */
export const street = makeType({
  ...text,
  name: 'street',
  compare: (a, b) => jaroWinkler(foldStreet(a), foldStreet(b)),
  words: (value) => [...new Set([...foldWords(value), ...foldStreet(value).split(' ')])].filter((word) => word !== ''),
});

export const unit = makeType({ ...text, name: 'unit', compare: (a, b) => (foldUnit(a) === foldUnit(b) ? 1 : 0) });
