import { PERSON } from '../../../model/vocabularyWords.ts';
import { groupBy } from '../groupBy.ts';
import { deriveBundles } from '../queries/deriveBundles.ts';
import { deriveShared, rebuildHoldings } from '../queries/deriveHoldings.ts';
import { deriveProtection, findPeople, guardTold } from '../queries/deriveProtection.ts';
import type { WriteTransaction } from '../runCypher.ts';
import { inLockOrder, type TouchedBundle, type TouchedHolding } from './touched.ts';

export interface Person {
  readonly id: string;
  /** Whether something said now may protect them; people with such facts from before are looked at in any case. */
  readonly hasFacts: boolean;
}

/** Kinds were found in the vocabulary when the bundles were named. */
export async function writeBundles(transaction: WriteTransaction, bundles: Iterable<TouchedBundle>): Promise<void> {
  const ordered = inLockOrder(bundles, ({ bundle, agency, audience }) => JSON.stringify([bundle, agency, audience]));
  const byKind = groupBy(ordered, ({ kind }) => kind);
  await Promise.all(
    [...byKind].map(([kind, rows]) => transaction.run(deriveBundles(kind), { rows: rows.map((row) => ({ ...row })) })),
  );
}

export async function writeProtection(transaction: WriteTransaction, persons: readonly Person[]): Promise<void> {
  const hasFacts = new Map<string, boolean>();
  for (const person of persons) hasFacts.set(person.id, person.hasFacts || (hasFacts.get(person.id) ?? false));
  const people = inLockOrder(hasFacts.keys(), (id) => id).map((id) => ({ id, hasFacts: hasFacts.get(id)! }));
  if (people.length === 0) return;
  await Promise.all([transaction.run(deriveProtection, { people }), transaction.run(guardTold, { people })]);
}

export interface Touched {
  readonly bundles: readonly TouchedBundle[];
  readonly holdings: readonly TouchedHolding[];
}

/** Everything derived for these relationships and holdings, computed again from records and links. */
export async function rebuild(transaction: WriteTransaction, types: string, { bundles, holdings }: Touched): Promise<void> {
  await writeBundles(transaction, bundles);
  const rows = inLockOrder(holdings, ({ id }) => id).map((row) => ({ ...row }));
  if (rows.length === 0) return;
  await transaction.run(rebuildHoldings(types), { rows });
  const held = [...new Set(rows.map(({ entity }) => entity))].sort();
  await transaction.run(deriveShared, { ids: held });
  // The other end of a moved link may be somebody whom it tells of.
  const ends = bundles.flatMap(({ from, to }) => [from, to]);
  const people = await transaction.run<{ id: string }>(findPeople, { ids: [...new Set([...held, ...ends])], person: PERSON });
  await writeProtection(
    transaction,
    people.map(({ id }) => ({ id, hasFacts: held.includes(id) })),
  );
}
