import { Link } from 'wouter';
import type { EvidenceLink } from '../../remote/entityReads.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Grade } from '../../ui/Grade.tsx';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { showDays, showKnown } from '../../ui/showTime.ts';

/** One single link: when, with which properties, and the report that says it. */
export function EvidenceRow({ link }: { link: EvidenceLink }) {
  const { report, start, end, properties } = link;
  const zone = link.timeZone ?? report.timeZone;
  const isOneMoment = start !== null && (end === null || end === start);
  const when = isOneMoment
    ? showKnown(start, link.startPrecision, zone)
    : start || end
      ? showDays(start, end, zone)
      : eventOf(report);
  return (
    <div className="evidence">
      <div className="row">
        <span className="value grow">{when}</span>
        {report.isRetracted && <Chip tone="bad">Retracted</Chip>}
        {report.grade && <Grade grade={report.grade} />}
      </div>
      {properties.length > 0 && (
        <dl>
          {properties.map((property) => (
            <Property
              key={property.name}
              name={property.name}
              values={property.values.length > 0 ? property.values : property.given}
            />
          ))}
        </dl>
      )}
      <div className="sources">
        <span>{report.agency.id}</span>
        <Link href={`/reports/${report.number}`}>{report.number}</Link>
        <span>{reportKindWord(report.kind)}</span>
      </div>
    </div>
  );
}

function eventOf({ occurredAt, occurredAtPrecision, timeZone }: EvidenceLink['report']): string {
  return occurredAt ? showKnown(occurredAt, occurredAtPrecision, timeZone) : 'no date';
}

function Property({ name, values }: { name: string; values: readonly string[] }) {
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return (
    <>
      <dt>{words.charAt(0).toUpperCase() + words.slice(1)}</dt>
      <dd>{values.join(', ')}</dd>
    </>
  );
}
