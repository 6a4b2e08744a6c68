import { Waypoints } from 'lucide';
import { useLocation } from 'wouter';
import { openOnChart } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import type { OverlapAnswer } from '../../remote/reportReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showCount } from '../../ui/showCount.ts';
import { showDays } from '../../ui/showTime.ts';

/** One overlap: who holds it, why it is strong, and the way onto the chart. */
export function OverlapCard({ overlap }: { overlap: OverlapAnswer }) {
  const { entity, agencies, pointerAgencies, jurisdictions, reports, lastSeen, reasons, isNew } = overlap;
  const [, navigate] = useLocation();
  const open = () => {
    navigate('/chart');
    void openOnChart(tabWorkspace, [entity.id]);
  };
  return (
    <section className="card overlap-card" aria-label={`Overlap of ${entity.caption}`}>
      <div className="card-head">
        <EntityIcon entity={entity} size={28} />
        <div className="grow">
          <div className="row">
            <h2 className="clip">{entity.caption}</h2>
            {isNew && <Chip tone="accent">New</Chip>}
          </div>
          <p className="small second">
            {kindLook(entity.kind).label} · {showCount(reports, 'report')} · {showDays(entity.firstSeen, lastSeen)}
          </p>
        </div>
      </div>
      <ul className="holders">
        {agencies.map((agency) => (
          <li key={agency.id} className="holder">
            <div className="strong">{agency.id}</div>
            <div className="small second">{agency.name}</div>
            <div className="small third">holds records you may read</div>
          </li>
        ))}
        {pointerAgencies.map((agency) => (
          <li key={agency.id} className="holder">
            <div className="strong">{agency.id}</div>
            <div className="small second">{agency.name}</div>
            <div className="small third">holds a record: contact only</div>
          </li>
        ))}
      </ul>
      <ul className="reasons" aria-label="Why it is strong">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {jurisdictions.length > 0 && (
        <p className="overlap-places small second">
          {showCount(jurisdictions.length, 'jurisdiction')}: {jurisdictions.map((one) => one.name).join(' · ')}
        </p>
      )}
      <div className="overlap-actions">
        <Button look="main" icon={Waypoints} onClick={open}>
          Open on chart
        </Button>
      </div>
    </section>
  );
}
