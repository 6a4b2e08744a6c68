import { Plus, Waypoints } from 'lucide';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { addToChart, openOnChart } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import type { SearchHit } from '../../remote/searchReads.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { showNumber } from '../../ui/showCount.ts';
import { ResultRow } from './ResultRow.tsx';

interface ResultsTableProps {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  onMore(): void;
}

/** Hits as rows; several can be chosen and put on the chart at once. */
export function ResultsTable({ hits, total, hasMore, isBusy, onMore }: ResultsTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [, navigate] = useLocation();
  const items = useStore(tabWorkspace.chart, (state) => state.chart.items);
  const ids = hits.map((hit) => hit.node.id);
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  const open = (wanted: readonly string[]) => {
    navigate('/chart');
    void openOnChart(tabWorkspace, wanted);
  };
  const choose = (id: string) => setChosen((before) => (before.has(id) ? without(before, id) : new Set(before).add(id)));
  return (
    <>
      <div className="card table-frame">
        <table className="table" aria-label="Results">
          <thead>
            <tr>
              <th className="check-cell">
                <input
                  type="checkbox"
                  className="check"
                  aria-label="Choose all shown"
                  checked={isAll}
                  ref={(box) => {
                    if (box) box.indeterminate = !isAll && chosen.size > 0;
                  }}
                  onChange={() => setChosen(isAll ? new Set() : new Set(ids))}
                />
              </th>
              <th>Entity</th>
              <th>Matched</th>
              <th>Agencies</th>
              <th className="right">Records</th>
              <th className="right">Links</th>
              <th>Last seen</th>
              <th>
                <span className="unseen">On the chart</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {hits.map((hit) => (
              <ResultRow
                key={hit.node.id}
                hit={hit}
                isChosen={chosen.has(hit.node.id)}
                isOnChart={items.get(hit.node.id)?.isHidden === false}
                onChoose={() => choose(hit.node.id)}
                onOpen={() => open([hit.node.id])}
                onAdd={() => void addToChart(tabWorkspace, [hit.node.id])}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="results-foot">
        {chosen.size > 0 && (
          <>
            <Chip tone="accent">{showNumber(chosen.size)} chosen</Chip>
            <Button icon={Waypoints} onClick={() => open([...chosen])}>
              Open on chart
            </Button>
            <Button icon={Plus} onClick={() => void addToChart(tabWorkspace, [...chosen])}>
              Add to chart
            </Button>
          </>
        )}
        <span className="small third end figures">
          {showNumber(hits.length)} of {showNumber(total)}
        </span>
        {hasMore && (
          <Button isBusy={isBusy} onClick={onMore}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const less = new Set(set);
  less.delete(id);
  return less;
}
