import './fadedNote.css';
import { useStore } from 'zustand';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { useKindLooks } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import { legendCounts } from '../../view/shown.ts';
import { view } from '../../view/viewState.ts';

/** How much the legend's filter has faded, and the way back. */
export function FadedNote() {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const records = useRecords((state) => state);
  const faded = useStore(view, (state) => state.fadedKinds);
  const looks = useKindLooks();
  const counts = [...legendCounts(chart, records)];
  const off = counts.filter(([kind]) => faded.has(kind));
  if (off.length === 0) return null;
  const sum = (list: typeof counts) => list.reduce((total, [, count]) => total + count, 0);
  const names = off.map(([kind]) => looks.get(kind)?.plural ?? kind);
  return (
    <div className="faded-note">
      <span className="strong">
        {showNumber(sum(off))} of {showNumber(sum(counts))} items faded
      </span>
      <span className="second clip">
        {names.length > 3 ? `${names.length} kinds` : names.join(' and ')} {names.length === 1 ? 'is' : 'are'} off
      </span>
      <span className="divider" />
      <button type="button" className="as-link" onClick={() => view.setState({ fadedKinds: new Set() })}>
        Show all
      </button>
    </div>
  );
}
