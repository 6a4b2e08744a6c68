import { PERSON } from '../../../model/vocabularyWords.ts';
import { groupBy } from '../groupBy.ts';
import { deriveBundles } from '../queries/deriveBundles.ts';
import { rebuildHoldings } from '../queries/deriveHoldings.ts';
import { deriveProtection, findPeople, guardTold } from '../queries/deriveProtection.ts';
import { deriveHolders, findHubs, promoteHubs } from '../queries/settleEntities.ts';
import type { WriteTransaction } from '../runCypher.ts';
import { linkTypes } from '../linkTypes.ts';
import { hubChangeRows, writeHubChanges } from './hubChanges.ts';
import type { WriteContext } from './writeContext.ts';
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
  /** Of the reports whose records went or moved. */
  readonly numbers: readonly string[];
}

/**
 * Everything derived for these relationships and holdings, computed again from records and links.
 * @param seq number of the change that this is part of.
 */
export async function rebuild(
  transaction: WriteTransaction,
  at: WriteContext,
  { bundles, holdings, numbers, seq }: Touched & { readonly seq: number },
): Promise<void> {
  await writeBundles(transaction, bundles);
  const rows = inLockOrder(holdings, ({ id }) => id).map((row) => ({ ...row }));
  if (rows.length === 0) return;
  await transaction.run(rebuildHoldings(linkTypes(at.vocabulary)), { rows });
  const held = [...new Set(rows.map(({ entity }) => entity))].sort();
  // The other end of a moved link may be somebody whom it tells of, or in more cases than before.
  const ids = [...new Set([...held, ...bundles.flatMap(({ from, to }) => [from, to])])].sort();
  await transaction.run(deriveHolders, { ids });
  await noteHubs(transaction, at, { bundles, held, numbers, ids, seq });
  await transaction.run(promoteHubs, { ids, hubFrom: at.hubFrom, seq });
  const people = await transaction.run<{ id: string }>(findPeople, { ids, person: PERSON });
  await writeProtection(
    transaction,
    people.map(({ id }) => ({ id, hasFacts: held.includes(id) })),
  );
}

async function noteHubs(
  transaction: WriteTransaction,
  at: WriteContext,
  touched: Pick<Touched, 'bundles' | 'numbers'> & {
    readonly held: readonly string[];
    readonly ids: readonly string[];
    readonly seq: number;
  },
): Promise<void> {
  const { bundles, held, numbers, ids, seq } = touched;
  const hubs = new Set((await transaction.run<{ id: string }>(findHubs, { ids })).map(({ id }) => id));
  if (hubs.size === 0) return;
  const said = held.flatMap((entity) => numbers.map((number) => ({ entity, number })));
  await writeHubChanges(transaction, at, { seq, rows: hubChangeRows(hubs, { pairs: bundles, said }) });
}
