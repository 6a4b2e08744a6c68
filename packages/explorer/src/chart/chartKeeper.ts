import type { Chart, Item } from './chart.ts';
import type { History, Step } from './history.ts';

export interface KeptChart {
  readonly chart: Chart;
  readonly history: History;
  readonly at: number;
}

/** Keeps one chart for each viewer through a reload. */
export interface ChartKeeper {
  choose(viewer: string): void;
  load(): KeptChart | null;
  /** False when nothing could be kept. */
  keep(kept: KeptChart): boolean;
  /** Called when another tab kept a chart of the same viewer. */
  onOtherTab(tell: () => void): void;
}

/** The part of `Storage` that is used. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Written {
  readonly version: 1;
  readonly at: number;
  readonly items: readonly Item[];
  readonly steps: readonly Step[];
  readonly position: number;
}

const keyOf = (viewer: string): string => `linchpin.chart.${viewer}`;

/** Works with storage that is full, forbidden or filled with something else: then the chart simply is not kept. */
export function makeChartKeeper(storage: () => KeptStorage, otherTabs: EventTarget | null): ChartKeeper {
  let viewer = '';
  return {
    choose(next) {
      viewer = next;
    },
    load() {
      try {
        return read(storage().getItem(keyOf(viewer)));
      } catch {
        return null;
      }
    },
    keep(kept) {
      try {
        return writeShrinking(storage(), keyOf(viewer), kept);
      } catch {
        return false;
      }
    },
    onOtherTab(tell) {
      otherTabs?.addEventListener('storage', (event) => {
        if ((event as StorageEvent).key === keyOf(viewer) && (event as StorageEvent).newValue !== null) tell();
      });
    },
  };
}

/** Letters of the steps that are kept at most; browsers give a page about five million in all. */
const mostLetters = 2_000_000;
const stepTexts = new WeakMap<Step, string>();

/** A full storage costs the oldest steps first, then all of them, and only then the chart. */
function writeShrinking(storage: KeptStorage, key: string, kept: KeptChart): boolean {
  for (let letters = mostLetters; ; letters = letters > 1000 ? letters / 4 : 0) {
    try {
      storage.setItem(key, writeKept(kept, letters));
      return true;
    } catch {
      if (letters > 0) continue;
      // An old chart must not come back in the place of the one that could not be kept.
      storage.removeItem(key);
      return false;
    }
  }
}

function writeKept({ chart, history, at }: KeptChart, letters: number): string {
  const { steps, position } = history;
  let dropped = steps.length;
  for (let sum = 0; dropped > 0; dropped -= 1) {
    sum += stepText(steps[dropped - 1]!).length;
    if (sum > letters) break;
  }
  // Undone steps lean on the done ones before them: where those are gone, all are.
  const isTooFar = dropped > position;
  const kept = isTooFar ? [] : steps.slice(dropped);
  const head: Omit<Written, 'steps'> = {
    version: 1,
    at,
    position: isTooFar ? 0 : position - dropped,
    items: [...chart.items.values()],
  };
  return `${JSON.stringify(head).slice(0, -1)},"steps":[${kept.map(stepText).join(',')}]}`;
}

/** Steps never change, so each is put into words once. */
function stepText(step: Step): string {
  const text = stepTexts.get(step) ?? JSON.stringify(step);
  stepTexts.set(step, text);
  return text;
}

function read(text: string | null): KeptChart | null {
  if (text === null) return null;
  const written = JSON.parse(text) as Partial<Written> | null;
  if (written?.version !== 1 || !Array.isArray(written.items) || !Array.isArray(written.steps)) return null;
  if (!written.items.every(isItem)) return null;
  const steps = written.steps;
  const position = Math.max(0, Math.min(written.position ?? 0, steps.length));
  return {
    chart: { items: new Map(written.items.map((item) => [item.id, item])) },
    history: { steps, position },
    at: written.at ?? 0,
  };
}

function isItem(item: Partial<Item> | null): item is Item {
  return typeof item?.id === 'string' && Number.isFinite(item.x) && Number.isFinite(item.y);
}
