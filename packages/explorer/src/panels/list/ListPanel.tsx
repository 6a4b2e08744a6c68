import './list.css';
import '../../ui/card.css';
import { X } from 'lucide';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { selectBundle, selectItems } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { linkWords } from '../../remote/linkWords.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { Button } from '../../ui/Button.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showCount, showNumber } from '../../ui/showCount.ts';
import { showDay } from '../../ui/showTime.ts';
import { shownBundles, shownItems } from '../../view/shown.ts';
import { view } from '../../view/viewState.ts';
import { type Column, ListTable } from './ListTable.tsx';

/** The chart in words: its items and its links as two tables. */
export function ListPanel() {
  const chart = useStore(tabWorkspace.chart, (state) => state.chart);
  const records = useRecords((state) => state);
  const selection = useStore(view, (state) => state.selection);
  const bundle = useStore(view, (state) => state.selectedBundle);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const bundles = shownBundles(chart, records);
  const degrees = countEnds(bundles);
  const items = shownItems(chart, records).toSorted((a, b) => a.entity.caption.localeCompare(b.entity.caption));
  const caption = (id: string) => records.entities.get(id)?.caption ?? id;

  const itemColumns: readonly Column<(typeof items)[number]>[] = [
    {
      name: 'Caption',
      width: 'minmax(0, 1fr)',
      show: ({ id, entity }) => (
        <span className="row">
          <input
            type="checkbox"
            className="check"
            aria-label={`Choose ${entity.caption}`}
            checked={selection.has(id)}
            onChange={() => selectItems(tabWorkspace, toggled(selection, id))}
          />
          <EntityIcon entity={entity} size={22} />
          <button type="button" className="row-open clip" onClick={() => selectItems(tabWorkspace, [id])}>
            {entity.caption}
          </button>
        </span>
      ),
    },
    { name: 'Kind', width: '104px', show: ({ entity }) => kindLook(entity.kind).label },
    { name: 'Links', width: '40px', isNumber: true, show: ({ id }) => showNumber(degrees.get(id) ?? 0) },
  ];
  const linkColumns: readonly Column<(typeof bundles)[number]>[] = [
    {
      name: 'From',
      width: 'minmax(0, 1fr)',
      show: (one) => (
        <button type="button" className="row-open clip" onClick={() => selectBundle(tabWorkspace, one.id)}>
          {caption(one.from)}
        </button>
      ),
    },
    {
      name: 'Link',
      width: '112px',
      show: ({ kind, isInferred }) => `${linkWords(kind, 'OUT')}${isInferred ? ', inferred' : ''}`,
    },
    { name: 'To', width: 'minmax(0, 1fr)', show: (one) => caption(one.to) },
    { name: 'Last seen', width: '88px', show: ({ lastSeen }) => (lastSeen ? showDay(lastSeen) : 'no date') },
    { name: 'Count', width: '44px', isNumber: true, show: ({ links }) => showNumber(links) },
  ];
  return (
    <section className="list-panel" aria-label="Chart as a list">
      <div className="row list-head">
        <h2 tabIndex={-1} ref={heading}>
          {showCount(items.length, 'item')}, {showCount(bundles.length, 'link')}
        </h2>
        <Button
          className="end"
          look="quiet"
          isDense
          icon={X}
          iconName="Close list"
          onClick={() => view.setState({ isListOpen: false })}
        />
      </div>
      <ListTable
        name="Items on this chart"
        rows={items}
        columns={itemColumns}
        keyOf={(item) => item.id}
        isChosen={(item) => selection.has(item.id)}
      />
      <ListTable
        name="Links on this chart"
        rows={bundles}
        columns={linkColumns}
        keyOf={(one) => one.id}
        isChosen={(one) => one.id === bundle}
      />
    </section>
  );
}

function toggled(selection: ReadonlySet<string>, id: string): string[] {
  return selection.has(id) ? [...selection].filter((other) => other !== id) : [...selection, id];
}

/** Single links of each item, as its details count them. */
function countEnds(
  bundles: readonly { readonly from: string; readonly to: string; readonly links: number }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to, links } of bundles) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + links);
  return counts;
}
