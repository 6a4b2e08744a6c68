import './busyNote.css';
import { LoaderCircle } from 'lucide';
import { useStore } from 'zustand';
import { useRecords } from '../../remote/useRecords.ts';
import { Icon } from '../../ui/Icon.tsx';
import { view } from '../../view/viewState.ts';

/** Says what is being fetched for the chart, once that takes longer than 400 ms. */
export function BusyNote() {
  const expanding = useStore(view, (state) => state.expanding);
  const entities = useRecords((state) => state.entities);
  const [first] = expanding;
  if (first === undefined) return null;
  return (
    <div className="busy-note" key={first}>
      <Icon node={LoaderCircle} className="turning" />
      <span>Finding links of {entities.get(first)?.caption ?? 'the item'}</span>
      <span className="third small">Esc stops it</span>
    </div>
  );
}
