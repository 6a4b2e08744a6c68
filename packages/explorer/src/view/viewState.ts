import { createStore } from 'zustand/vanilla';
import type { Point } from '../chart/chart.ts';

export type SidePanel = 'details' | 'history' | null;
export type Tool = 'pointer' | 'box' | 'hand';
/** A menu opened by the canvas or a key. `at` is in CSS pixels from the canvas's top left corner. */
export interface OpenMenu {
  readonly kind: 'expand' | 'context';
  /** The item it is about; null for the empty canvas (context menu only). */
  readonly item: string | null;
  readonly at: Point;
}
export interface FoundPath {
  readonly items: readonly string[];
  readonly bundles: readonly string[];
}
export interface Viewport {
  readonly zoom: number;
  /** Where the chart's origin stands, in CSS pixels from the canvas's top left corner. */
  readonly pan: Point;
}

/** What this tab looks at. Never undone, never kept with the chart. */
export interface ViewState {
  readonly selection: ReadonlySet<string>;
  /** A bundle chosen by pressing its line; its reports are shown in the details. */
  readonly selectedBundle: string | null;
  readonly hovered: { readonly item?: string; readonly bundle?: string } | null;
  /** The item that keys act upon; drawn dashed while the canvas has the focus. */
  readonly focused: string | null;
  /** Entity kinds out of the legend's filter: faded, not removed. */
  readonly fadedKinds: ReadonlySet<string>;
  /** Items that arrived within the last two seconds. */
  readonly fresh: ReadonlySet<string>;
  readonly path: FoundPath | null;
  readonly panel: SidePanel;
  readonly isListOpen: boolean;
  readonly menu: OpenMenu | null;
  readonly tool: Tool;
  readonly viewport: Viewport;
  /** Ids of items whose expansion is under way. */
  readonly expanding: ReadonlySet<string>;
}

export const firstView: ViewState = {
  selection: new Set(),
  selectedBundle: null,
  hovered: null,
  focused: null,
  fadedKinds: new Set(),
  fresh: new Set(),
  path: null,
  panel: 'details',
  isListOpen: false,
  menu: null,
  tool: 'pointer',
  viewport: { zoom: 1, pan: { x: 0, y: 0 } },
  expanding: new Set(),
};

export const view = createStore<ViewState>(() => firstView);
export type ViewStore = typeof view;
