import './details.css';
import '../../ui/card.css';
import { MousePointerClick } from 'lucide';
import { useStore } from 'zustand';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { view } from '../../view/viewState.ts';
import { BundleDetailsPanel } from './BundleDetailsPanel.tsx';
import { EntityDetailsPanel } from './EntityDetailsPanel.tsx';
import { SelectionDetails } from './SelectionDetails.tsx';

/** What is known of what is chosen on the chart: an item, a link, or several items. */
export function DetailsPanel() {
  const selection = useStore(view, (state) => state.selection);
  const bundle = useStore(view, (state) => state.selectedBundle);
  const ids = [...selection];
  if (bundle) return <BundleDetailsPanel key={bundle} id={bundle} />;
  if (ids.length === 1) return <EntityDetailsPanel key={ids[0]} id={ids[0]!} />;
  if (ids.length > 1) return <SelectionDetails ids={ids} />;
  return (
    <div className="nothing-chosen">
      <StatePanel icon={MousePointerClick} title="Nothing chosen">
        Choose an item or a link on the chart to see what is known of it, and who said so.
      </StatePanel>
    </div>
  );
}
