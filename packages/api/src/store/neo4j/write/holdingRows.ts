import { greatest, least } from '../../../model/entityView.ts';
import { linkTimes } from '../../../model/moment.ts';
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
  return [...recordsByEntity({ report, entityIds })].map(([entity, records]) => {
    const times = links.get(entity) ?? [];
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
function linksByEntity({ report, entityIds }: PlacedReport): Map<string, ReturnType<typeof linkTimes>[]> {
  const byEntity = new Map<string, ReturnType<typeof linkTimes>[]>();
  for (const link of report.links) {
    const [from, to] = [entityIds[link.from]!, entityIds[link.to]!];
    if (from !== to) for (const entity of [from, to]) push(byEntity, entity, linkTimes(link));
  }
  return byEntity;
}

function recordsByEntity({ report, entityIds }: PlacedReport): Map<string, PlacedReport['report']['records'][number][]> {
  const byEntity = new Map<string, PlacedReport['report']['records'][number][]>();
  report.records.forEach((record, index) => push(byEntity, entityIds[index]!, record));
  return byEntity;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
