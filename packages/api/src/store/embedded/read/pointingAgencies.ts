import { PERSON } from '../../../model/vocabularyWords.ts';
import { ordinalBits, originBits, rule } from '../interning.ts';
import { flatSelect, readFlat } from './flat.ts';
import { pointers } from './pointers.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** One record of an origin out of sight that is not sealed is enough: what else it holds is not read. */
const pointing = flatSelect(
  ['asked.value', `hk % ${originBits}`],
  `FROM json_each(?2) AS asked CROSS JOIN holding ON hk BETWEEN asked.value * ${originBits} AND asked.value * ${originBits} + ${originBits - 1}
   WHERE NOT ${seen(`hk % ${originBits}`)} AND EXISTS (SELECT 1 FROM record CROSS JOIN report ON r = rec / ${ordinalBits}
     WHERE e = asked.value AND record.o = hk % ${originBits} AND rule & ${rule.sealed} = 0)`,
);

/** Agencies that visible, unprotected entities point at, sorted: as `pointers` says, without whom to tell. */
export function pointingAgencies(sight: Sight, entities: readonly number[]): Map<number, string[]> {
  const found = new Map<number, Set<string>>(entities.map((e) => [e, new Set<string>()]));
  const answering = entities.filter((e) => sight.kindOf(e).answersWithPointer);
  const isPerson = (e: number): boolean => sight.at.interning.kindOf(e) === PERSON;
  const people = answering.filter(isPerson);
  const things = answering.filter((e) => !isPerson(e));
  if (things.length > 0) {
    const cells = readFlat<number>(sight.at.db, pointing, [sight.bytes, JSON.stringify(things)]);
    for (let at = 0; at < cells.length; at += 2) found.get(cells[at]!)!.add(sight.at.interning.origin(cells[at + 1]!).agency);
  }
  if (people.length > 0)
    for (const [i, answer] of pointers(sight, people).entries())
      for (const { agency } of answer.pointers) found.get(people[i]!)!.add(agency);
  return new Map([...found].map(([e, agencies]) => [e, [...agencies].sort()]));
}
