import { ChevronRight } from 'lucide';
import type { OverlapAnswer } from '../../remote/reportReads.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showCount } from '../../ui/showCount.ts';
import { StrengthBars, strengthLevel } from '../../ui/StrengthBars.tsx';

interface OverlapRowProps {
  readonly overlap: OverlapAnswer;
  readonly place: number;
  readonly strongest: number;
  readonly isChosen: boolean;
  onChoose(): void;
}

export function OverlapRow({ overlap, place, strongest, isChosen, onChoose }: OverlapRowProps) {
  const { entity, agencies, pointerAgencies, reports, reasons, strength, isNew } = overlap;
  const holders = agencies.length + pointerAgencies.length;
  return (
    <button type="button" className="card-row overlap-row" aria-pressed={isChosen} onClick={onChoose}>
      <span className="small third overlap-place figures">{place}</span>
      <EntityIcon entity={entity} size={30} />
      <span className="grow">
        <span className="row">
          <span className="strong clip">{entity.caption}</span>
          <span className="unseen">{kindLook(entity.kind).label}</span>
          <span className="small third">
            {showCount(reports, 'report')}, {showCount(holders, 'agency', 'agencies')}
          </span>
        </span>
        <span className="small second clip" style={{ display: 'block', marginTop: 2 }}>
          {whyStrong(reasons) || agencies.map((agency) => agency.id).join(' and ')}
        </span>
      </span>
      <StrengthBars level={strengthLevel(strength, strongest)} />
      <span className="overlap-state">{isNew && <Chip tone="accent">New</Chip>}</span>
      <Icon node={ChevronRight} className="third" />
    </button>
  );
}

/** The count of agencies stands above already. */
function whyStrong(reasons: readonly string[]): string {
  return reasons.filter((reason) => !/\bagenc(y|ies)\b/.test(reason)).join(' · ');
}
