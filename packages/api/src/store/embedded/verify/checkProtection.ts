import { PERSON } from '../../../model/vocabularyWords.ts';
import { kindBits } from '../interning.ts';
import { ProtectionWriter } from '../write/protection.ts';
import type { Check } from './check.ts';

/** Facts that protect people, from records and links, and who must be looked at closely because of them. */
export const checkProtection: Check = {
  atOnce: 10_000,
  run({ db, interning }, { from, to }) {
    const person = interning.findKind(PERSON);
    if (person === undefined) return [];
    const people = db
      .all<[number]>(`SELECT e FROM entity WHERE e >= ? AND e < ? AND e % ${kindBits} = ?`, [from, to, person])
      .map(([e]) => e);
    const writer = new ProtectionWriter(db, interning);
    const expected = new Set(writer.recompute(people).map((cells) => cells.join(' ')));
    const stored = db
      .all('SELECT e, o, rule, marked, adult, earliest FROM protect WHERE e >= ? AND e < ?', [from, to])
      .map((cells) => ({ e: Number(cells[0]), text: cells.join(' ') }));
    const known = new Set(stored.map(({ text }) => text));
    return [
      ...stored.filter(({ text }) => !expected.has(text)).map(({ e }) => `Protecting fact is not as its records say: ${e}`),
      ...[...expected]
        .filter((text) => !known.has(text))
        .map((text) => `Protecting fact is missing: ${text.slice(0, text.indexOf(' '))}`),
      ...writer.findUnguarded(people).map((e) => `May be protected, or tell of one who may be, and is not guarded: ${e}`),
    ];
  },
};
