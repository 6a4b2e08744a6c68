import type { Moment } from '../../../model/moment.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import type { Operation } from '../generateWorld.ts';

/** A write in a few lines that a person can read. */
export function describeOperation(operation: Operation): string[] {
  if (operation.write === 'addReports') return operation.reports.flatMap(describeReport);
  if (operation.write === 'retractReport') return [`retract ${operation.retraction.number} by ${operation.retraction.agency}`];
  return [`recluster ${operation.recordIds.join(' ')} -> ${operation.entityId}`];
}

function describeReport({ origin, records, links, ...report }: PreparedReport): string[] {
  const rule = `${origin.outsideAudience}${origin.protectEverywhere ? ' protects everywhere' : ''}`;
  const said = { occurredAt: shortMoment(report.occurredAt), received: report.receivedAt, idempotency: report.idempotency };
  return [
    `report ${report.number} of ${origin.agency} for ${origin.audience}, ${rule} ${JSON.stringify(said)}`,
    ...records.map(({ ordinal, kind, id, properties, ...record }) => {
      const values = properties.map(({ name, values: all }) => `${name}=${all.map(({ value }) => value).join('|')}`).join(' ');
      return `  ${ordinal} ${kind} ${id} ${values} ${JSON.stringify(record)}`;
    }),
    ...links.map(
      ({ from, kind, to, start, end, time, isProtecting, id }) =>
        `  ${from} -${kind}${isProtecting ? ' (protecting)' : ''}-> ${to} ${shortMoment(start)} to ${shortMoment(end)} time ${time} ${id}`,
    ),
  ];
}

function shortMoment(moment: Moment | null): string {
  return moment ? `${new Date(moment.at).toISOString()} ${moment.precision}` : 'never';
}
