import './overlaps.css';
import '../../ui/card.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { OverlapAnswer } from '../../remote/reportReads.ts';
import { overlapsQuery } from '../../remote/reportReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { sinceOf } from '../../ui/period.ts';
import { showNumber } from '../../ui/showCount.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { firstFilter, type OverlapFilter, OverlapFilters } from './OverlapFilters.tsx';
import { OverlapCard } from './OverlapCard.tsx';
import { OverlapRow } from './OverlapRow.tsx';

/** Entities that two or more agencies hold records of, strongest or newest first. */
export function Overlaps() {
  const [filter, setFilter] = useState<OverlapFilter>(firstFilter);
  const [, navigate] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('entity');
  const ask = {
    agencies: filter.agency === 'all' ? [] : [filter.agency],
    kinds: filter.kind === 'all' ? [] : [filter.kind],
    since: sinceOf(filter.period),
    order: filter.order,
  };
  const query = useInfiniteQuery(overlapsQuery(ask));
  const overlaps = query.data?.pages.flatMap((page) => page?.edges.map((edge) => edge.node) ?? []) ?? [];
  const chosen = overlaps.find((overlap) => overlap.entity.id === wanted) ?? overlaps[0];
  const strongest = overlaps.reduce((most, overlap) => Math.max(most, overlap.strength), 0);
  const choose = (overlap: OverlapAnswer) => navigate(`/overlaps?entity=${overlap.entity.id}`, { replace: true });
  return (
    <div className="page-body">
      <div className="page-head">
        <div>
          <h1>Overlaps</h1>
          <p>Two or more agencies hold records of the same entity.</p>
        </div>
        <OverlapFilters filter={filter} onFilter={setFilter} />
      </div>
      <div className="overlaps">
        <section className="card" aria-label="Overlaps">
          <div className="card-head">
            <h2>{filter.order === 'STRENGTH' ? 'Strongest first' : 'Newest first'}</h2>
          </div>
          {query.isPending && <Skeleton rows={7} label="Fetching overlaps" />}
          {query.error && (
            <Failure
              title="Overlaps could not be fetched"
              error={query.error}
              isBusy={query.isFetching}
              onRetry={() => void query.refetch()}
            />
          )}
          {query.data && overlaps.length === 0 && (
            <StatePanel icon={GitCompareArrows} title="Nothing you may see is held by two agencies">
              Try another kind, agency or period.
            </StatePanel>
          )}
          {overlaps.map((overlap, index) => (
            <OverlapRow
              key={overlap.entity.id}
              overlap={overlap}
              place={index + 1}
              strongest={strongest}
              isChosen={overlap === chosen}
              onChoose={() => choose(overlap)}
            />
          ))}
          {overlaps.length > 0 && (
            <div className="card-foot">
              <span className="small third">{showNumber(overlaps.length)} shown</span>
              {query.hasNextPage && (
                <Button className="end" isDense isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  Show more
                </Button>
              )}
            </div>
          )}
        </section>
        {chosen && <OverlapCard overlap={chosen} />}
      </div>
    </div>
  );
}
