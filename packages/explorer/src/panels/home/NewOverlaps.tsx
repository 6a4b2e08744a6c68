import '../../ui/card.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide';
import { Link } from 'wouter';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { strongestOverlaps } from './homeQueries.ts';

/** The strongest entities that two or more agencies hold. */
export function NewOverlaps() {
  const { data, error, isPending, isFetching, refetch } = useInfiniteQuery(strongestOverlaps);
  const overlaps = data?.pages[0]?.edges.map((edge) => edge.node) ?? [];
  return (
    <section className="card" aria-label="Overlaps">
      <div className="card-head">
        <h2>Overlaps</h2>
        <span className="small third">strongest first</span>
        <Link className="end" href="/overlaps">
          All
        </Link>
      </div>
      {isPending && <Skeleton rows={5} label="Fetching overlaps" />}
      {error && (
        <Failure title="Overlaps could not be fetched" error={error} isBusy={isFetching} onRetry={() => void refetch()} />
      )}
      {data && overlaps.length === 0 && (
        <StatePanel icon={GitCompareArrows} title="No overlaps yet">
          Nothing you may see is held by two agencies.
        </StatePanel>
      )}
      {overlaps.map(({ entity, agencies, isNew }) => (
        <Link key={entity.id} className="card-row" href={`/overlaps?entity=${entity.id}`}>
          <EntityIcon entity={entity} size={28} />
          <span className="two-lines">
            <span className="strong clip">{entity.caption}</span>
            <span className="small second clip">{agencies.map((agency) => agency.id).join(' · ')}</span>
          </span>
          {isNew && <Chip tone="accent">New</Chip>}
        </Link>
      ))}
    </section>
  );
}
