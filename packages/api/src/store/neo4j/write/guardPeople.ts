import type { PreparedRecord } from '../../../model/prepared.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import { guardNewlyTold, guardProtected, tellingKinds } from '../queries/deriveProtection.ts';
import type { WriteTransaction } from '../runCypher.ts';
import type { PlacedReport } from './reportRows.ts';
import { inLockOrder } from './touched.ts';

const telling = new Set<string>(tellingKinds);

/**
 * Sees that protected people and whom links tell of them are looked at closely.
 * @param protectable people of whom an earlier report said something that may protect them; others have nothing to guard.
 */
export async function guardPeople(
  transaction: WriteTransaction,
  placed: readonly PlacedReport[],
  protectable: ReadonlySet<string>,
): Promise<void> {
  const said = new Set(placed.flatMap(peopleWithFacts));
  const touched = placed.flatMap(({ entityIds }) => entityIds).filter((id) => said.has(id) || protectable.has(id));
  const people = inLockOrder(touched, (id) => id).map((id) => ({ id, hasFacts: said.has(id) }));
  if (people.length === 0) return;
  const guarded = new Set(touched);
  const pairs = inLockOrder(placed.flatMap(pairsOf), ({ id, told }) => `${id} ${told}`).filter(({ id }) => guarded.has(id));
  await Promise.all([transaction.run(guardProtected, { people }), transaction.run(guardNewlyTold, { pairs })]);
}

/** People of whom the report says something that may protect them. */
function peopleWithFacts({ report, entityIds }: PlacedReport): string[] {
  const victims = new Set(report.links.filter(({ isProtecting }) => isProtecting).map(({ from }) => from));
  const hasFacts = ({ kind, isMinor, adultFrom, ordinal }: PreparedRecord): boolean =>
    kind === PERSON && (isMinor || adultFrom !== null || victims.has(ordinal));
  return report.records.filter(hasFacts).map(({ ordinal }) => entityIds[ordinal]!);
}

/** Both ways: either end may be somebody whom the other tells of. */
function pairsOf({ report, entityIds }: PlacedReport): { id: string; told: string }[] {
  return report.links
    .filter(({ kind }) => telling.has(kind))
    .map(({ from, to }) => [entityIds[from]!, entityIds[to]!] as const)
    .flatMap(([from, to]) => [
      { id: from, told: to },
      { id: to, told: from },
    ]);
}
