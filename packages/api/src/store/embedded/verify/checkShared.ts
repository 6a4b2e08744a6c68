import { SharedWriter } from '../write/shared.ts';
import type { Check } from './check.ts';

/** Which entities several agencies hold, and the bounds of their strength, from holdings and links. */
export const checkShared: Check = {
  atOnce: 20_000,
  run({ db, interning }, { from, to }) {
    const entities = db.all<[number]>('SELECT e FROM entity WHERE e >= ? AND e < ?', [from, to]).map(([e]) => e);
    const expected = new Map(new SharedWriter(db, interning).recompute(entities).map((cells) => [cells[0], cells.join(' ')]));
    const stored = db.all<[number, number, number, number | null, number]>(
      'SELECT e, agencies, cases, last, bound FROM shared WHERE e >= ? AND e < ?',
      [from, to],
    );
    const problems = stored
      .filter((cells) => expected.get(cells[0]) !== cells.join(' '))
      .map(([e]) => `Shared entity is miscounted, or held by one agency: ${e}`);
    const known = new Set(stored.map(([e]) => e));
    return [...problems, ...[...expected.keys()].filter((e) => !known.has(e)).map((e) => `Shared entity is not listed: ${e}`)];
  },
};
