import { PERSON } from '../../../model/vocabularyWords.ts';
import type { Person } from './derive.ts';
import type { PlacedReport } from './reportRows.ts';

/** People of whom a report says something that may protect them, and those of whom one did before. Others have nothing to derive. */
export function peopleToGuard(placed: readonly PlacedReport[], protectable: ReadonlySet<string>): Person[] {
  return placed.flatMap(peopleOf).filter(({ id, hasFacts }) => hasFacts || protectable.has(id));
}

/** A person may be named by several records: one that says something is enough. */
function peopleOf({ report, entityIds }: PlacedReport): Person[] {
  const people = new Map<string, boolean>();
  const victims = new Set(report.links.filter(({ isProtecting }) => isProtecting).map(({ from }) => from));
  for (const [index, { kind, isMinor, adultFrom, ordinal }] of report.records.entries()) {
    if (kind !== PERSON) continue;
    const id = entityIds[index]!;
    people.set(id, people.get(id) || isMinor || adultFrom !== null || victims.has(ordinal));
  }
  return [...people].map(([id, hasFacts]) => ({ id, hasFacts }));
}
