import './legend.css';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { onlyKinds, toggleKind } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { type KindLook, useKindLooks } from '../../ui/kindLooks.ts';
import type { Family } from '../../ui/kindMark.ts';
import { showNumber } from '../../ui/showCount.ts';
import { legendCounts } from '../../view/shown.ts';
import { view } from '../../view/viewState.ts';
import { LineSamples } from './LineSamples.tsx';

const families: readonly { readonly family: Family; readonly name: string }[] = [
  { family: 'people', name: 'People' },
  { family: 'contact', name: 'Contact' },
  { family: 'place', name: 'Places' },
  { family: 'travel', name: 'Vehicles' },
  { family: 'money', name: 'Money' },
  { family: 'ad', name: 'Ads' },
  { family: 'record', name: 'Records' },
];

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

interface Entry {
  readonly family: Family;
  readonly name: string;
  readonly icon: string;
  readonly kinds: readonly string[];
  readonly count: number;
}

function familyEntries(counts: ReadonlyMap<string, number>, looks: ReadonlyMap<string, KindLook>): Entry[] {
  return families.flatMap(({ family, name }) => {
    const present = [...counts].filter(([kind]) => (looks.get(kind)?.family ?? 'record') === family);
    if (present.length === 0) return [];
    const [mostKind] = present.reduce((most, one) => (one[1] > most[1] ? one : most));
    const count = present.reduce((sum, [, one]) => sum + one, 0);
    const look = looks.get(mostKind);
    return [
      {
        family,
        name: present.length === 1 && look ? look.plural : name,
        icon: look?.icon ?? 'circle-dot',
        kinds: present.map(([kind]) => kind),
        count,
      },
    ];
  });
}
