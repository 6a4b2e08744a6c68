import { PERSON } from '../../../model/vocabularyWords.ts';
import { kindBits } from '../interning.ts';
import type { ReadContext } from './context.ts';
import { readFlat } from './flat.ts';

const changesAtMost = 2_000;

/** A person who may be protected guards whom a telling link joins to them, and no change names those. */
const guardedAround = `SELECT group_concat(DISTINCT other) FROM json_each(?1) AS asked
  CROSS JOIN entity ON entity.e = asked.value CROSS JOIN adj ON adj.e = entity.e WHERE guard = 1`;

/** Entities of which something may be different since a change; null: any. */
export function forgetting({ db, interning }: ReadContext, since: number): Set<number> | null {
  const changes =
    since < 0 ? [] : db.all<[string]>('SELECT entities FROM change WHERE seq > ? LIMIT ?', [since, changesAtMost + 1]);
  if (changes.length === 0 || changes.length > changesAtMost) return null;
  const changed = new Set<number>();
  for (const [text] of changes) {
    const entities = JSON.parse(text) as number[];
    // None named: too many to name.
    if (entities.length === 0) return null;
    for (const e of entities) changed.add(e);
  }
  const person = interning.findKind(PERSON);
  const people = [...changed].filter((e) => e % kindBits === person);
  if (people.length > 0) for (const other of readFlat<number>(db, guardedAround, [JSON.stringify(people)])) changed.add(other);
  return changed;
}
