import type { EntityKind } from '@linchpin/schema';
import type { PropertyView, ValueView } from '../../../model/views.ts';
import { sortedBy } from './sortedPage.ts';
import type { HeldRecord } from './world.ts';

/** Newest received report first, then smallest record id: whose word counts where several differ. */
export function newestFirst(records: readonly HeldRecord[]): HeldRecord[] {
  return sortedBy(records, ['down', 'up'], ({ record, report }) => [report.receivedAt, record.id]);
}

/** Most frequent caption; ties: the newest record's. Null when no record gives one. */
export function chooseCaption(records: readonly HeldRecord[]): string | null {
  const captions = newestFirst(records).flatMap(({ record }) => record.caption ?? []);
  const timesSaid = (caption: string): number => captions.filter((other) => other === caption).length;
  const most = Math.max(...captions.map(timesSaid));
  return captions.find((caption) => timesSaid(caption) === most) ?? null;
}

/** In the order of the kind's properties; properties that nobody gives are left out. */
export function mergeProperties(kind: EntityKind, records: readonly HeldRecord[]): PropertyView[] {
  return kind.properties
    .map(({ name }) => ({ name, values: mergeValues(name, newestFirst(records)) }))
    .filter(({ values }) => values.length > 0);
}

function mergeValues(name: string, records: readonly HeldRecord[]): ValueView[] {
  const said = records.flatMap(({ record, report }) =>
    record.properties
      .filter((property) => property.name === name)
      .flatMap(({ values }) => values.map((value) => ({ value, report }))),
  );
  const merged = [...new Set(said.map(({ value }) => value.value))].map((canonical) => {
    const sayings = said.filter(({ value }) => value.value === canonical);
    const reports = [...new Set(sayings.map(({ report }) => report))];
    const ordered = sortedBy(reports, ['down', 'up'], ({ receivedAt, number }) => [receivedAt, number]);
    const view: ValueView = {
      value: canonical,
      display: sayings[0]!.value.display,
      isUnverified: sayings.every(({ value }) => value.isUnverified),
      reportCount: reports.length,
      reports: ordered.slice(0, 50).map(({ number }) => number),
    };
    return { view, newest: ordered[0]!.receivedAt };
  });
  return sortedBy(merged, ['down', 'down', 'up'], ({ view, newest }) => [view.reportCount, newest, view.value]).map(
    ({ view }) => view,
  );
}
