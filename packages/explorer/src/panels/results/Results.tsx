import './results.css';
import '../../ui/card.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide';
import { useState } from 'react';
import type { EntityKind } from '../../remote/generated/documents.ts';
import { lookupQuery, type SearchAnswer, searchQuery } from '../../remote/searchReads.ts';
import { Failure } from '../../ui/Failure.tsx';
import { showCount } from '../../ui/showCount.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { Facets } from './Facets.tsx';
import { LookupAnswers } from './LookupAnswers.tsx';
import { NoResults } from './NoResults.tsx';
import { ResultsTable } from './ResultsTable.tsx';

interface ResultsProps {
  readonly text: string;
  onSearch(text: string): void;
}

/** Results of one search with their facets; a whole identifier also asks the other agencies. */
export function Results({ text, onSearch }: ResultsProps) {
  const [kinds, setKinds] = useState<readonly EntityKind[]>([]);
  const [agencies, setAgencies] = useState<readonly string[]>([]);
  const all = useInfiniteQuery(searchQuery({ text, kinds: [], agencies: [] }));
  const search = useInfiniteQuery(searchQuery({ text, kinds, agencies }));
  const lookup = useQuery(lookupQuery(text));

  if (!text.trim())
    return (
      <StatePanel icon={Search} title="What are you looking for?">
        Type a name, a number, a plate or a report into the search field above. Press / to get there.
      </StatePanel>
    );
  const first = search.data?.pages[0];
  const hits = search.data?.pages.flatMap((page) => page.edges) ?? [];
  const pointers = lookup.data?.flatMap((hit) => hit.answer.pointers) ?? [];
  const isFiltered = kinds.length + agencies.length > 0;
  return (
    <div className="results">
      <Facets
        facets={all.data?.pages[0]?.facets ?? []}
        kinds={kinds}
        agencies={agencies}
        onKinds={setKinds}
        onAgencies={setAgencies}
      />
      <div className="results-main">
        {search.isPending && <Skeleton rows={8} label="Searching" />}
        {search.error && (
          <Failure
            title="The search failed"
            error={search.error}
            isBusy={search.isFetching}
            onRetry={() => void search.refetch()}
          />
        )}
        {first && (
          <>
            <div className="page-head">
              <div>
                <h1>{headline(first, text)}</h1>
                {hits.length > 0 && (
                  <p>
                    {first.isTotalExact
                      ? 'Exact count, within what you may see.'
                      : 'Counted up to here, within what you may see.'}
                  </p>
                )}
              </div>
            </div>
            <LookupAnswers text={text} pointers={pointers} isWhole={lookup.data !== undefined} />
            {hits.length > 0 ? (
              <ResultsTable
                hits={hits}
                total={first.totalCount}
                hasMore={search.hasNextPage}
                isBusy={search.isFetchingNextPage}
                onMore={() => void search.fetchNextPage()}
              />
            ) : (
              <NoResults
                text={text}
                didYouMean={first.didYouMean}
                isFiltered={isFiltered}
                onSearch={onSearch}
                onClear={() => {
                  setKinds([]);
                  setAgencies([]);
                }}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

function headline({ totalCount, isTotalExact }: SearchAnswer, text: string): string {
  if (totalCount === 0) return `Search for “${text}”`;
  return `${isTotalExact ? '' : 'More than '}${showCount(totalCount, 'result')} for “${text}”`;
}
