import { Plus } from 'lucide';
import type { SearchHit } from '../../remote/searchReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import { showDay } from '../../ui/showTime.ts';

interface ResultRowProps {
  readonly hit: SearchHit;
  readonly isChosen: boolean;
  readonly isOnChart: boolean;
  onChoose(): void;
  onOpen(): void;
  onAdd(): void;
}

const mostAgencies = 3;

export function ResultRow({ hit: { node, matched }, isChosen, isOnChart, onChoose, onOpen, onAdd }: ResultRowProps) {
  const links = node.linkCounts.reduce((sum, count) => sum + count.links, 0);
  return (
    <tr className={isChosen ? 'chosen' : undefined}>
      <td className="check-cell">
        <input type="checkbox" className="check" aria-label={`Choose ${node.caption}`} checked={isChosen} onChange={onChoose} />
      </td>
      <td>
        <span className="row">
          <EntityIcon entity={node} />
          <button type="button" className="row-open" onClick={onOpen} title={`${kindLook(node.kind).label}: open on the chart`}>
            {node.caption}
          </button>
          {node.isGeneric && <Chip>generic</Chip>}
          {node.isProtected && <Chip>protected</Chip>}
        </span>
      </td>
      <td className="second matched clip" title={matched.join(', ')}>
        {matched.map((why) => withoutCaption(why, node.caption)).join(', ')}
      </td>
      <td>
        <span className="row chips">
          {node.agencies.slice(0, mostAgencies).map((agency) => (
            <Chip key={agency.id} tone="outlined">
              {agency.id}
            </Chip>
          ))}
          {node.agencies.length > mostAgencies && (
            <span className="small third" title={node.agencies.map((agency) => agency.id).join(', ')}>
              +{node.agencies.length - mostAgencies}
            </span>
          )}
        </span>
      </td>
      <td className="right figures">{showNumber(node.recordCount)}</td>
      <td className="right figures">{showNumber(links)}</td>
      <td className="second nowrap">{node.lastSeen ? showDay(node.lastSeen) : '–'}</td>
      <td className="right">
        {isOnChart ? (
          <span className="small third nowrap">on chart</span>
        ) : (
          <Button look="quiet" isDense icon={Plus} iconName={`Add ${node.caption} to the chart`} onClick={onAdd} />
        )}
      </td>
    </tr>
  );
}

/** "Number: (504) 555-0142" beside that very number says no more than "Number". */
function withoutCaption(why: string, caption: string): string {
  return why.endsWith(`: ${caption}`) ? why.slice(0, -caption.length - 2) : why;
}
