import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Chart, emptyChart } from './chart.ts';
import type { ChartKeeper, KeptChart } from './chartKeeper.ts';
import { diffOf, type Patch } from './diff.ts';
import { addStep, emptyHistory, goTo, type History, type StepWords } from './history.ts';

export interface ChartState {
  readonly chart: Chart;
  readonly history: History;
  /** When the browser last kept it; null when it never did, or could not. Milliseconds since 1970. */
  readonly keptAt: number | null;
  /** True when the browser's storage is full or forbidden: the chart lives in this tab only. */
  readonly isKeepingFailed: boolean;
  /** Set while another tab of the same viewer has written a later chart than this one shows. */
  readonly isChangedElsewhere: boolean;
}

export interface ChartStore extends Pick<StoreApi<ChartState>, 'getState' | 'subscribe' | 'getInitialState'> {
  /** Runs one command: its patch becomes one step of the history. A patch that changes nothing is no step. Says whether it was one. */
  perform(patch: Patch, words: StepWords): boolean;
  undo(): boolean;
  redo(): boolean;
  /** To the state after the first `position` steps; 0 is the chart as it was opened. */
  jumpTo(position: number): void;
  /** Opens what this browser keeps for a viewer, or an empty chart. */
  open(viewer: string): void;
  /** Takes the other tab's chart over this one's. */
  takeOther(): void;
  /** Keeps this tab's chart over the other's. */
  keepMine(): void;
}

interface ChartStoreParts {
  readonly keeper: ChartKeeper;
  readonly now?: () => number;
  readonly newId?: () => string;
}

const first: ChartState = {
  chart: emptyChart,
  history: emptyHistory,
  keptAt: null,
  isKeepingFailed: false,
  isChangedElsewhere: false,
};

export function makeChartStore({ keeper, now = Date.now, newId = () => crypto.randomUUID() }: ChartStoreParts): ChartStore {
  const store = createStore<ChartState>(() => first);
  const show = (kept: KeptChart | null) =>
    store.setState({ ...first, ...(kept && { chart: kept.chart, history: kept.history, keptAt: kept.at }) }, true);

  const keep = () => {
    const { chart, history } = store.getState();
    const isKept = keeper.keep({ chart, history, at: now() });
    store.setState({ keptAt: isKept ? now() : null, isKeepingFailed: !isKept, isChangedElsewhere: false });
  };
  const move = (position: number): boolean => {
    const { chart, history } = store.getState();
    const moved = goTo(chart, history, position);
    if (moved.history.position === history.position) return false;
    store.setState(moved);
    keep();
    return true;
  };

  keeper.onOtherTab(() => store.setState({ isChangedElsewhere: true }));

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    perform(patch, words) {
      const { chart, history } = store.getState();
      const diff = diffOf(chart, patch);
      if (diff.length === 0) return false;
      const next = addStep({ ...history }, { id: newId(), words, at: now(), diff });
      store.setState({ ...goTo(chart, { ...next, position: next.position - 1 }, next.position) });
      keep();
      return true;
    },
    undo: () => move(store.getState().history.position - 1),
    redo: () => move(store.getState().history.position + 1),
    jumpTo: (position) => void move(position),
    open(viewer) {
      keeper.choose(viewer);
      show(keeper.load());
    },
    takeOther: () => show(keeper.load()),
    keepMine: keep,
  };
}
