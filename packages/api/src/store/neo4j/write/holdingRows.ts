import { greatest, least } from '../../../model/entityView.ts';
import { linkTimes, type LinkTimes } from '../../../model/moment.ts';
import { groupBy } from '../groupBy.ts';
import type { PlacedReport } from './reportRows.ts';
import { protectionRow, sumOfProtection, type ProtectionRow } from './protectionRows.ts';
import { touchedHolding } from './touched.ts';

export interface HoldingRow extends ProtectionRow {
  readonly id: string;
  readonly entity: string;
  readonly agency: string;
  readonly audience: string;
  readonly records: number;
  readonly reports: number;
  readonly generics: number;
  readonly words: readonly string[];
  readonly received: number;
  readonly firstOccurred: number | null;
  readonly lastOccurred: number | null;
  readonly firstLink: number | null;
  readonly lastLink: number | null;
}

/** What new reports add to what their origins hold: one row a holding, however many of the reports speak of its entity. */
export function holdingRows(placed: readonly PlacedReport[]): HoldingRow[] {
  const groups = groupBy(placed.flatMap(rowsOfReport), ({ id }) => id);
  return [...groups.values()].map((rows) => (rows.length === 1 ? rows[0]! : sumOfHoldings(rows)));
}

function rowsOfReport({ report, entityIds }: PlacedReport): HoldingRow[] {
  const links = linksByEntity({ report, entityIds });
  const said = groupBy(report.records, ({ ordinal }) => entityIds[ordinal]!);
  return [...said].map(([entity, records]) => {
    const times = (links.get(entity) ?? []).map((end) => end.times);
    const occurred = report.occurredAt?.at ?? null;
    return {
      ...touchedHolding(entity, report.origin),
      records: records.length,
      reports: 1,
      generics: records.filter(({ isGeneric }) => isGeneric).length,
      words: [...new Set(records.flatMap(({ words }) => words))],
      received: report.receivedAt,
      firstOccurred: occurred,
      lastOccurred: occurred,
      firstLink: least(times.map(({ start }) => start)),
      lastLink: greatest(times.map(({ time }) => time)),
      ...protectionRow(report, records),
    };
  });
}

/** Of one holding: reports are told apart already. */
export function sumOfHoldings(rows: readonly HoldingRow[]): HoldingRow {
  const sum = (numberOf: (row: HoldingRow) => number): number => rows.reduce((total, row) => total + numberOf(row), 0);
  return {
    ...rows[0]!,
    ...sumOfProtection(rows),
    records: sum(({ records }) => records),
    reports: sum(({ reports }) => reports),
    generics: sum(({ generics }) => generics),
    words: [...new Set(rows.flatMap(({ words }) => words))],
    received: rows.reduce((first, { received }) => Math.min(first, received), rows[0]!.received),
    firstOccurred: least(rows.map(({ firstOccurred }) => firstOccurred)),
    lastOccurred: greatest(rows.map(({ lastOccurred }) => lastOccurred)),
    firstLink: least(rows.map(({ firstLink }) => firstLink)),
    lastLink: greatest(rows.map(({ lastLink }) => lastLink)),
  };
}

/** A link of an entity to itself joins nothing and dates nothing. */
function linksByEntity({ report, entityIds }: PlacedReport): Map<string, { entity: string; times: LinkTimes }[]> {
  const ends = report.links.flatMap((link) => {
    const [from, to] = [entityIds[link.from]!, entityIds[link.to]!];
    const times = linkTimes(link);
    return from === to ? [] : [from, to].map((entity) => ({ entity, times }));
  });
  return groupBy(ends, ({ entity }) => entity);
}
