import { Link } from 'wouter';
import { entityKindInfo } from '../../remote/vocabulary.ts';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { showValue } from '../../ui/showValue.ts';
import { showNumber } from '../../ui/showCount.ts';
import { useOpenEntity } from './useOpenEntity.ts';
import type { ReportRecord } from './ReportBody.tsx';

/** What the report says of each entity: as it was given, and as it was normalised. */
export function ReportRecords({ records, total }: { records: readonly ReportRecord[]; total: number }) {
  return (
    <section className="card" aria-label="Records">
      <div className="card-head">
        <h2>Records</h2>
        <span className="small third">what this report says of each entity</span>
        <span className="small third end figures">{showNumber(total)}</span>
      </div>
      <div className="table-frame">
        <table className="table report-table" aria-label="Records">
          <thead>
            <tr>
              <th>Entity it joined</th>
              <th>Property</th>
              <th>As given</th>
              <th>Normalised</th>
            </tr>
          </thead>
          {records.map((record) => (
            <RecordRows key={record.id} record={record} />
          ))}
        </table>
      </div>
    </section>
  );
}

function RecordRows({ record }: { record: ReportRecord }) {
  const rows = record.properties.length > 0 ? record.properties : [{ name: 'withheld', given: [], values: [] }];
  const open = useOpenEntity();
  const { entity } = record;
  const infos = new Map((entity && entityKindInfo(entity.kind)?.properties.map((info) => [info.name, info])) ?? []);
  return (
    <tbody>
      {rows.map((property, index) => (
        <tr key={property.name}>
          {index === 0 && (
            <td rowSpan={rows.length} className="record-entity">
              {entity ? (
                <span className="row">
                  <EntityIcon entity={entity} />
                  <Link href="/chart" className="strong" onClick={() => open(entity.id)}>
                    {entity.caption}
                  </Link>
                </span>
              ) : (
                <span className="third">not shown to you</span>
              )}
            </td>
          )}
          <td className="third">
            {infos.get(property.name)?.label ?? (property.name === 'withheld' ? 'Withheld' : property.name)}
          </td>
          <td className="second wrap">{property.given.join(' · ')}</td>
          <td className="wrap">{property.values.map((value) => showValue(value, infos.get(property.name)?.type)).join(' · ')}</td>
        </tr>
      ))}
    </tbody>
  );
}
