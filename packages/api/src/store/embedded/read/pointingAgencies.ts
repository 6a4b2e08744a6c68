import { PERSON } from '../../../model/vocabularyWords.ts';
import { ordinalBits, originBits, rule } from '../interning.ts';
import { flatSelect, readFlat } from './flat.ts';
import { learnHoldings } from './heldRecords.ts';
import { pointers } from './pointers.ts';
import type { Sight } from './sight.ts';

const unsealed = `EXISTS (SELECT 1 FROM record CROSS JOIN report ON r = rec / ${ordinalBits}
  WHERE e = asked.value / ${originBits} AND record.o = asked.value % ${originBits} AND rule & ${rule.sealed} = 0)`;
const pointing = flatSelect(['asked.value'], `FROM json_each(?1) AS asked WHERE ${unsealed}`);
const ofHub = `SELECT group_concat(asked.value) FROM (SELECT hk AS value FROM holding WHERE hk BETWEEN ?1 AND ?2) AS asked WHERE ${unsealed}`;

/** Agencies that visible, unprotected entities point at, sorted: as `pointers` says, without whom to tell. */
export function pointingAgencies(sight: Sight, entities: readonly number[]): Map<number, string[]> {
  const found = new Map<number, Set<string>>(entities.map((e) => [e, new Set<string>()]));
  const answering = entities.filter((e) => sight.kindOf(e).answersWithPointer);
  const isPerson = (e: number): boolean => sight.at.interning.kindOf(e) === PERSON;
  const people = answering.filter(isPerson);
  const things = answering.filter((e) => !isPerson(e));
  sight.know(things);
  const told = [
    ...ofSmall(
      sight,
      things.filter((e) => !sight.hub(e)),
    ),
    ...ofHubs(
      sight,
      things.filter((e) => sight.hub(e)),
    ),
  ];
  for (const hk of told) found.get(Math.floor(hk / originBits))!.add(sight.at.interning.origin(hk % originBits).agency);
  if (people.length > 0)
    for (const [i, answer] of pointers(sight, people).entries())
      for (const { agency } of answer.pointers) found.get(people[i]!)!.add(agency);
  return new Map([...found].map(([e, agencies]) => [e, [...agencies].sort()]));
}

/** Holdings out of sight that point. One record that is not sealed is enough: what else it holds is not read. */
function ofSmall(sight: Sight, entities: readonly number[]): number[] {
  const all = entities.map((e) => sight.entity(e));
  learnHoldings(sight, all);
  const hidden = all.flatMap(({ e, holdings }) =>
    holdings!.filter(({ o }) => sight.bytes[o] !== 1).map((holding) => ({ hk: e * originBits + holding.o, holding })),
  );
  const unasked = hidden.filter(({ holding }) => holding.isPointing === null);
  if (unasked.length > 0) {
    const found = new Set(readFlat<number>(sight.at.db, pointing, [JSON.stringify(unasked.map(({ hk }) => hk))]));
    for (const { hk, holding } of unasked) holding.isPointing = found.has(hk);
  }
  return hidden.filter(({ holding }) => holding.isPointing).map(({ hk }) => hk);
}

/** Of a hub all holdings that point are kept while it is the same: it may have one of every origin. */
function ofHubs(sight: Sight, hubs: readonly number[]): number[] {
  return hubs.flatMap((e) => pointingOf(sight, e).filter((hk) => sight.bytes[hk % originBits] !== 1));
}

function pointingOf(sight: Sight, e: number): readonly number[] {
  const { pointing: shelf, db } = sight.at;
  const { version, epoch } = sight.hub(e)!;
  const known = shelf.get(e);
  const isSame = known?.state.version === version && known.state.epoch === epoch;
  const kept =
    known && isSame ? known : { state: { version, epoch }, holdings: readFlat<number>(db, ofHub, sight.holdingRange(e)) };
  shelf.keep(e, kept, 300 + kept.holdings.length * 8);
  return kept.holdings;
}
