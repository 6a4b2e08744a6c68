import './fadedNote.css';
import { useStore } from 'zustand';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { useKindLooks } from '../../ui/kindLooks.ts';
import { showNumber } from '../../ui/showCount.ts';
import { legendCounts } from '../../view/shown.ts';
import { view } from '../../view/viewState.ts';
import { familyEntries } from './familyEntries.ts';

const inWords = new Intl.ListFormat('en', { type: 'conjunction' });

/** How much the legend's filter has faded, and the way back. */
export function FadedNote() {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const records = useRecords((state) => state);
  const faded = useStore(view, (state) => state.fadedKinds);
  const looks = useKindLooks();
  const entries = familyEntries(legendCounts(chart, records), looks);
  const off = entries.filter(({ kinds }) => kinds.every((kind) => faded.has(kind)));
  if (off.length === 0) return null;
  const sum = (list: typeof entries) => list.reduce((total, { count }) => total + count, 0);
  return (
    <div className="faded-note">
      <span className="strong">
        {showNumber(sum(off))} of {showNumber(sum(entries))} items faded
      </span>
      <span className="second clip">
        {off.length > 3 ? `${off.length} kinds` : inWords.format(off.map(({ name }) => name))} off
      </span>
      <span className="divider" />
      <button type="button" className="as-link" onClick={() => view.setState({ fadedKinds: new Set() })}>
        Show all
      </button>
    </div>
  );
}
