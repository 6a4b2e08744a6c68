import { makeChartKeeper } from '../chart/chartKeeper.ts';
import { makeChartStore } from '../chart/chartStore.ts';
import { runLayout } from '../chart/layout/layoutRunner.ts';
import { fetchEntities, fetchExpansion, fetchLinksAmong, fetchPaths } from '../remote/chartReads.ts';
import { records } from '../remote/records.ts';
import { view } from '../view/viewState.ts';
import { makeRunning } from './running.ts';
import { keepSelectionShown } from './keepSelectionShown.ts';
import { openChart } from './openChart.ts';
import { tellOtherTab } from './tellOtherTab.ts';
import type { Outcome, Workspace } from './workspace.ts';

let sayToShell: (outcome: Outcome) => void = () => undefined;

/** This tab's chart, view and reads. */
export const tabWorkspace: Workspace = {
  chart: makeChartStore({ keeper: makeChartKeeper(() => localStorage, window) }),
  view,
  remote: { expand: fetchExpansion, linksAmong: fetchLinksAmong, entities: fetchEntities, paths: fetchPaths },
  records: records.getState,
  layout: runLayout,
  running: makeRunning(),
  say: (outcome) => sayToShell(outcome),
  copy: (text) => navigator.clipboard.writeText(text),
};

keepSelectionShown(tabWorkspace);
tellOtherTab(tabWorkspace);

/** Once at start: where outcomes are shown. */
export function connectShell(shell: { say(outcome: Outcome): void }): void {
  sayToShell = shell.say;
}

/** At start and whenever another person takes over: their own chart, asked for again under their own rights. */
export function openViewer(viewer: string): Promise<void> {
  return openChart(tabWorkspace, viewer);
}
