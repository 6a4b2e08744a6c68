import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide';
import { useStore } from 'zustand';
import { addToChart } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { entityLinksQuery } from '../../remote/entityReads.ts';
import { linkWords } from '../../remote/linkWords.ts';
import type { BundleRecord, EntityRecord } from '../../remote/records.ts';
import { Button } from '../../ui/Button.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { showCount } from '../../ui/showCount.ts';
import { showDays } from '../../ui/showTime.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { view } from '../../view/viewState.ts';

/** The newest bundles of an entity, on the chart or not; each opens the reports behind it. */
export function EntityLinks({ id }: { id: string }) {
  const { data, error, isPending, isFetching, refetch } = useQuery(entityLinksQuery(id));
  const items = useStore(tabWorkspace.chart, (state) => state.chart.items);
  if (isPending) return <Skeleton rows={6} label="Fetching links" />;
  if (error)
    return <Failure title="The links could not be fetched" error={error} isBusy={isFetching} onRetry={() => void refetch()} />;
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  return (
    <section className="section" aria-label="Links of this item">
      <h3>
        Newest first
        <span className="end">
          {showCount(data.entities.length, 'entity', 'entities')} of {data.total}
        </span>
      </h3>
      {data.bundles.map((bundle) => {
        const other = entities.get(bundle.from === id ? bundle.to : bundle.from);
        return other && <BundleRow key={bundle.id} bundle={bundle} from={id} other={other} isOnChart={items.has(other.id)} />;
      })}
    </section>
  );
}

interface BundleRowProps {
  readonly bundle: BundleRecord;
  readonly from: string;
  readonly other: EntityRecord;
  readonly isOnChart: boolean;
}

function BundleRow({ bundle, from, other, isOnChart }: BundleRowProps) {
  const direction = bundle.from === from ? 'OUT' : 'IN';
  return (
    <div className="row">
      <button type="button" className="bundle-row" onClick={() => view.setState({ selectedBundle: bundle.id })}>
        <EntityIcon entity={other} />
        <span className="clip">
          {other.caption}
          <small>
            {linkWords(bundle.kind, direction)} · {showDays(bundle.firstSeen, bundle.lastSeen)}
          </small>
        </span>
        <span className="small third figures">{showCount(bundle.links, 'link')}</span>
      </button>
      {!isOnChart && (
        <Button
          look="quiet"
          isDense
          icon={Plus}
          iconName={`Add ${other.caption} to the chart`}
          onClick={() => void addToChart(tabWorkspace, [other.id])}
        />
      )}
    </div>
  );
}
