import './chartCanvas.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { tabWorkspace } from '../actions/tabWorkspace.ts';
import { entityKindInfo } from '../remote/vocabulary.ts';
import { shownBundles } from '../view/shown.ts';
import { createCanvas } from './createCanvas.ts';

/** The chart, filling its parent. The list beside it says the same in words. */
export function ChartCanvas() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const canvas = createCanvas(place.current, tabWorkspace);
    return () => canvas.destroy();
  }, []);
  return (
    <>
      <div
        ref={place}
        className="chart-canvas"
        data-canvas
        tabIndex={0}
        role="application"
        aria-label="Chart canvas"
        aria-describedby="chart-canvas-keys"
      />
      <span id="chart-canvas-keys" className="chart-canvas-words">
        Arrow keys walk from item to item along links, Enter opens details, E expands, Shift and F10 opens the menu. The list says
        the same.
      </span>
      <FocusedWords />
    </>
  );
}

/** What the keys stand on, for those who do not see the ring. */
function FocusedWords() {
  const focused = useStore(tabWorkspace.view, (state) => state.focused);
  return (
    <span className="chart-canvas-words" aria-live="polite">
      {focused === null ? '' : wordsOf(focused)}
    </span>
  );
}

function wordsOf(id: string): string {
  const entity = tabWorkspace.records().entities.get(id);
  if (!entity) return '';
  const bundles = shownBundles(tabWorkspace.chart.getState().chart, tabWorkspace.records());
  const count = bundles.filter(({ from, to }) => from === id || to === id).length;
  return `${entity.caption}, ${entityKindInfo(entity.kind)?.label ?? entity.kind}, ${count} ${count === 1 ? 'link' : 'links'} shown`;
}
