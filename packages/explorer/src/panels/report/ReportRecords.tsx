import { Link } from 'wouter';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
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
          <td className="third">{entity ? labelOf(entity.kind, property.name) : property.name}</td>
          <td className="second wrap">{property.given.join(' · ')}</td>
          <td className="wrap">{property.values.join(' · ')}</td>
        </tr>
      ))}
    </tbody>
  );
}

function labelOf(kind: string, name: string): string {
  if (name === 'withheld') return kindLook(kind).family === 'people' ? 'withheld' : 'no properties';
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
