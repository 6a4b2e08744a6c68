import './chartPage.css';
import { Search, Waypoints } from 'lucide';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useStore } from 'zustand';
import { openOnChart, readLink } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { ChartCanvas } from '../../canvas/ChartCanvas.tsx';
import { BusyNote } from '../../panels/busy/BusyNote.tsx';
import { ContextMenu } from '../../panels/context/ContextMenu.tsx';
import { DetailsPanel } from '../../panels/details/DetailsPanel.tsx';
import { ExpandMenu } from '../../panels/expand/ExpandMenu.tsx';
import { HistoryPanel } from '../../panels/history/HistoryPanel.tsx';
import { FadedNote } from '../../panels/legend/FadedNote.tsx';
import { Legend } from '../../panels/legend/Legend.tsx';
import { ListPanel } from '../../panels/list/ListPanel.tsx';
import { ChartTools } from '../../panels/toolbar/ChartTools.tsx';
import { Button } from '../../ui/Button.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { view } from '../../view/viewState.ts';
import { SheetHandle, type SheetSize } from './SheetHandle.tsx';
import { focusSearch } from '../hearSearchKey.ts';

/** The main screen: canvas, tools, legend, and what is known of what is chosen. */
export default function ChartPage() {
  const isEmpty = useStore(tabWorkspace.chart, ({ chart }) => chart.items.size === 0);
  const isListOpen = useStore(view, (state) => state.isListOpen);
  const panel = useStore(view, (state) => state.panel);
  useLinkedItems();
  const [sheet, setSheet] = useState<SheetSize>('peek');
  return (
    <main className={panel ? 'chart-page' : 'chart-page alone'} id="page" tabIndex={-1}>
      <h1 className="unseen">Working chart</h1>
      <section className="canvas-frame" aria-label="Chart">
        <div className="canvas-layer">
          <ChartCanvas />
        </div>
        {isEmpty && <EmptyChart />}
        {isListOpen && <ListPanel />}
        <ChartTools onFind={() => focusSearch(document)} />
        <FadedNote />
        <BusyNote />
        <ExpandMenu />
        <ContextMenu />
      </section>
      <Legend />
      {panel && (
        <aside className={`side ${sheet}`} aria-label={panel === 'history' ? 'History' : 'Details'}>
          <SheetHandle size={sheet} onSize={setSheet} />
          {panel === 'history' ? <HistoryPanel /> : <DetailsPanel />}
        </aside>
      )}
    </main>
  );
}

/** An address may name items (a copied link): they go onto the chart, and the address is plain again. */
function useLinkedItems(): void {
  const [, navigate] = useLocation();
  const search = useSearch();
  useEffect(() => {
    const ids = readLink(search);
    if (ids.length === 0) return;
    navigate('/chart', { replace: true });
    void openOnChart(tabWorkspace, ids);
  }, [search, navigate]);
}

function EmptyChart() {
  return (
    <div className="empty-chart">
      <StatePanel
        icon={Waypoints}
        title="Start with one thing you know"
        actions={
          <Button look="main" icon={Search} onClick={() => focusSearch(document)}>
            Search
          </Button>
        }
      >
        A number, plate, name or report. Expand from there, one kind at a time.
      </StatePanel>
    </div>
  );
}
