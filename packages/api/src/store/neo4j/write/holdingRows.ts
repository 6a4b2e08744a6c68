import { greatest, least } from '../../../model/entityView.ts';
import { linkTimes, type LinkTimes } from '../../../model/moment.ts';
import { groupBy } from '../groupBy.ts';
import type { PlacedReport } from './reportRows.ts';
import { touchedHolding } from './touched.ts';

export interface HoldingRow {
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

/** What a new report adds to what its origin holds about each of its entities. */
export function holdingRows({ report, entityIds }: PlacedReport): HoldingRow[] {
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
    };
  });
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
