import { Waypoints } from 'lucide';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { visibleItems } from '../../chart/chart.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { showCount } from '../../ui/showCount.ts';
import { showMoment } from '../../ui/showTime.ts';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { shownBundles } from '../../view/shown.ts';
import { ChartThumbnail } from './ChartThumbnail.tsx';

/** The chart this browser keeps for the viewer. */
export function RecentCharts() {
  const { chart, keptAt } = useStore(tabWorkspace.chart);
  const records = useRecords((state) => state);
  const items = useMemo(() => visibleItems(chart), [chart]);
  const bundles = useMemo(() => shownBundles(chart, records), [chart, records]);
  return (
    <section className="card" aria-label="Recent charts">
      <div className="card-head">
        <h2>Recent charts</h2>
      </div>
      {items.length === 0 ? (
        <StatePanel icon={Waypoints} title="No chart yet">
          Search for one thing you know, and put it on the chart.
        </StatePanel>
      ) : (
        <Link className="card-row" href="/chart">
          <ChartThumbnail items={items} bundles={bundles} />
          <span className="two-lines">
            <span className="strong">Working chart</span>
            <span className="small second">
              {showCount(items.length, 'item')} · {showCount(bundles.length, 'link')}
            </span>
            {keptAt && <span className="small third">You, {showMoment(new Date(keptAt).toISOString())}</span>}
          </span>
        </Link>
      )}
    </section>
  );
}
