import { linkKindInfo } from '../../remote/vocabulary.ts';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { showNumber } from '../../ui/showCount.ts';
import { showShortDay } from '../../ui/showTime.ts';
import type { ReportLink } from './ReportBody.tsx';

/** What the report says connects two entities. */
export function ReportLinks({ links, total }: { links: readonly ReportLink[]; total: number }) {
  if (total === 0) return null;
  return (
    <section className="card" aria-label="Links">
      <div className="card-head">
        <h2>Links</h2>
        <span className="small third">what this report says connects two entities</span>
        <span className="small third end figures">{showNumber(total)}</span>
      </div>
      <div className="table-frame">
        <table className="table" aria-label="Links">
          <thead className="unseen">
            <tr>
              <th>From</th>
              <th>Link</th>
              <th>To</th>
              <th>When</th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <tr key={link.id}>
                <td style={{ width: '36%' }}>
                  <End entity={link.fromEntity} />
                </td>
                <td style={{ width: '26%' }}>
                  <span className="row second">
                    <svg width="26" height="8" aria-hidden="true">
                      <path
                        d="M1 4H25"
                        stroke="var(--link)"
                        strokeWidth="1.4"
                        strokeDasharray={isInferred(link.kind) ? '6 5' : undefined}
                      />
                    </svg>
                    {linkKindInfo(link.kind)?.label ?? link.kind.toLowerCase().replaceAll('_', ' ')}
                  </span>
                </td>
                <td>
                  <End entity={link.toEntity} />
                </td>
                <td className="right third figures">{when(link)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function End({ entity }: { entity: ReportLink['fromEntity'] }) {
  if (!entity) return <span className="third">not shown to you</span>;
  return (
    <span className="row">
      <EntityIcon entity={entity} />
      <span>{entity.caption}</span>
    </span>
  );
}

function isInferred(kind: string): boolean {
  return linkKindInfo(kind)?.isInferred ?? false;
}

function when({ start, end, timeZone }: ReportLink): string {
  if (!start && !end) return '–';
  const first = start ? showShortDay(start, timeZone) : null;
  const last = end ? showShortDay(end, timeZone) : null;
  return first && last && first !== last ? `${first} – ${last}` : (last ?? first ?? '–');
}
