import './legend.css';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { onlyKinds, toggleKind } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { useKindLooks } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import { legendCounts } from '../../view/shown.ts';
import { view } from '../../view/viewState.ts';
import { familyEntries } from './familyEntries.ts';
import { LineSamples } from './LineSamples.tsx';

/** Families on the chart with their counts. A press takes one out of sight or back, a double press leaves it alone. */
export function Legend() {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const records = useRecords((state) => state);
  const looks = useKindLooks();
  const faded = useStore(view, (state) => state.fadedKinds);
  const counts = legendCounts(chart, records);
  const entries = useMemo(() => familyEntries(counts, looks), [counts, looks]);
  return (
    <div className="legend">
      <div className="legend-families" role="group" aria-label="Legend and filter">
        {entries.map(({ family, name, icon, kinds, count }) => {
          const isOn = !kinds.every((kind) => faded.has(kind));
          return (
            <button
              key={family}
              type="button"
              className={isOn ? 'legend-entry' : 'legend-entry off'}
              aria-pressed={isOn}
              title="Press to fade; press twice, or with Shift, to leave only these"
              onClick={(event) => {
                if (event.detail < 2 && !event.shiftKey) toggleKind(tabWorkspace, kinds);
                else onlyKinds(tabWorkspace, kinds);
              }}
            >
              <KindIcon family={family} icon={icon} size={20} />
              {name}
              <span>
                {showNumber(count)}
                <span className="unseen"> {count === 1 ? 'item' : 'items'}</span>
              </span>
            </button>
          );
        })}
      </div>
      <LineSamples />
    </div>
  );
}
