import { Link } from 'wouter';
import type { EvidenceLink } from '../../remote/entityReads.ts';
import { linkKindInfo, type PropertyWords } from '../../remote/vocabulary.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Grade } from '../../ui/Grade.tsx';
import { withoutAgency } from '../../ui/withoutAgency.ts';
import { reportKindWord } from '../../ui/reportKindWord.ts';
import { HourBars } from '../../ui/HourBars.tsx';
import { showValue } from '../../ui/showValue.ts';
import { showDays, showKnown } from '../../ui/showTime.ts';

/** One single link: when, with which properties, and the report that says it. */
export function EvidenceRow({ kind, link }: { kind: string; link: EvidenceLink }) {
  const { report, start, end, properties } = link;
  const infos = new Map(linkKindInfo(kind)?.properties.map((info) => [info.name, info]));
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
            <Property key={property.name} info={infos.get(property.name)} {...property} />
          ))}
        </dl>
      )}
      <div className="sources">
        <span>{report.agency.id}</span>
        <Link href={`/reports/${report.number}`} aria-label={report.number}>
          {withoutAgency(report.number, report.agency.id)}
        </Link>
        <span>{reportKindWord(report.kind)}</span>
      </div>
    </div>
  );
}

function eventOf({ occurredAt, occurredAtPrecision, timeZone }: EvidenceLink['report']): string {
  return occurredAt ? showKnown(occurredAt, occurredAtPrecision, timeZone) : 'no date';
}

type Said = EvidenceLink['properties'][number];

function Property({ info, name, given, values }: Said & { info: PropertyWords | undefined }) {
  const said = values.length > 0 ? values : given;
  return (
    <>
      <dt>{info?.label ?? name}</dt>
      <dd>
        {info?.type === 'hourCounts' ? (
          <HourBars counts={said[0] ?? ''} />
        ) : (
          said.map((value) => showValue(value, info?.type)).join(', ')
        )}
      </dd>
    </>
  );
}
