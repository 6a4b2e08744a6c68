import { ordinalBits } from '../interning.ts';
import { flatSelect, readFlat } from './flat.ts';
import type { HiddenRecord } from './pointers.ts';
import type { Sight } from './sight.ts';

const contactsOf = flatSelect(
  ['r', "json_quote(body ->> 'contact')"],
  "FROM json_each(?1) AS asked CROSS JOIN report ON r = asked.value WHERE body ->> 'contact' IS NOT NULL",
);

/**
 * For each list of records the contact of the first whose report gives one; null when none does. Reports can be long and
 * nearly always the first one has it: the others are looked at in ever larger portions.
 */
export function firstContacts(sight: Sight, lists: readonly (readonly HiddenRecord[])[]): (string | null)[] {
  const found: (string | null)[] = lists.map(() => null);
  const places = lists.map(() => 0);
  for (let portion = 1; ; portion *= 8) {
    const open = lists.flatMap((list, i) => (found[i] === null && places[i]! < list.length ? [i] : []));
    if (open.length === 0) return found;
    const next = open.map((i) =>
      lists[i]!.slice(places[i], places[i]! + portion).map(({ rec }) => Math.floor(rec / ordinalBits)),
    );
    const contacts = read(sight, [...new Set(next.flat())]);
    for (const [at, i] of open.entries()) {
      const first = next[at]!.find((r) => contacts.has(r));
      if (first !== undefined) found[i] = contacts.get(first)!;
      places[i] = places[i]! + portion;
    }
  }
}

function read(sight: Sight, reports: readonly number[]): Map<number, string> {
  const cells = readFlat<number | string>(sight.at.db, contactsOf, [JSON.stringify(reports)]);
  const contacts = new Map<number, string>();
  for (let at = 0; at < cells.length; at += 2) contacts.set(cells[at] as number, cells[at + 1] as string);
  return contacts;
}
