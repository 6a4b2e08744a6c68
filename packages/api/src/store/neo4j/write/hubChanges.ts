import { noteHubChanges } from '../queries/settleEntities.ts';
import type { WriteTransaction } from '../runCypher.ts';
import type { PlacedReport } from './reportRows.ts';
import type { WriteContext } from './writeContext.ts';

/** What a write touched: what joins `from` and `to`, and what reports say of entities. */
export interface TouchedByHubs {
  readonly pairs: Iterable<{ readonly from: string; readonly to: string }>;
  readonly said: Iterable<{ readonly entity: string; readonly number: string }>;
}

export interface HubChangeRow {
  readonly hub: string;
  /** Neighbours whose relationships, and numbers of reports whose records, may be others now. */
  readonly others: readonly string[];
  readonly numbers: readonly string[];
}

export function hubChangeRows(hubs: ReadonlySet<string>, { pairs, said }: TouchedByHubs): HubChangeRow[] {
  const touched = new Map([...hubs].sort().map((hub) => [hub, { others: new Set<string>(), numbers: new Set<string>() }]));
  for (const { from, to } of pairs) {
    touched.get(from)?.others.add(to);
    touched.get(to)?.others.add(from);
  }
  for (const { entity, number } of said) touched.get(entity)?.numbers.add(number);
  return [...touched].map(([hub, { others, numbers }]) => ({ hub, others: [...others], numbers: [...numbers] }));
}

export function saidIn(placed: readonly PlacedReport[]): { readonly entity: string; readonly number: string }[] {
  return placed.flatMap(({ report, entityIds }) => entityIds.map((entity) => ({ entity, number: report.number })));
}

/** @param seq number of the last change of the write */
export async function writeHubChanges(
  transaction: WriteTransaction,
  { onHubChanges }: Pick<WriteContext, 'onHubChanges'>,
  { rows, seq }: { readonly rows: readonly HubChangeRow[]; readonly seq: number },
): Promise<void> {
  if (rows.length === 0) return;
  await transaction.run(noteHubChanges, { rows: rows.map((row) => ({ ...row })), seq });
  onHubChanges?.(rows.map(({ hub }) => hub));
}
