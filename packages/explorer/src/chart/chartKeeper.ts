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

/** A full storage costs the oldest steps first, then all of them, and only then the chart. */
function writeShrinking(storage: KeptStorage, key: string, kept: KeptChart): boolean {
  const { steps, position } = kept.history;
  for (let dropped = 0; ; dropped += Math.max(1, Math.ceil((steps.length - dropped) / 2))) {
    // Undone steps lean on the done ones before them: what is dropped comes off the old end, never out of the middle.
    const isTooFar = dropped > position;
    const written: Written = {
      version: 1,
      at: kept.at,
      items: [...kept.chart.items.values()],
      steps: isTooFar ? [] : steps.slice(dropped),
      position: isTooFar ? 0 : position - dropped,
    };
    try {
      storage.setItem(key, JSON.stringify(written));
      return true;
    } catch {
      if (written.steps.length === 0) {
        // An old chart must not come back in the place of the one that could not be kept.
        storage.removeItem(key);
        return false;
      }
    }
  }
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
