import { foldWords } from '../foldWords.ts';
import { jaroWinkler } from '../similarity.ts';
import { accept, makeType, refuse, tidy } from './makeType.ts';

/** Free words, found by each of them. */
export const text = makeType({
  name: 'text',
  clean: (raw) => {
    const value = tidy(raw);
    return value === '' ? refuse('The value is empty', 'some text, or leave the property out') : accept(value);
  },
  compare: (a, b) => jaroWinkler(foldWords(a).join(' '), foldWords(b).join(' ')),
  words: foldWords,
});

/** Words that say how something was, not what it is: shown, never searched. */
export const note = makeType({ ...text, name: 'note', words: () => [] });
