import { fetchChart } from './openChart.ts';
import type { Workspace } from './workspace.ts';

/** Two tabs share what the browser keeps: who wrote last wins, and the other one is told and may choose. */
export function tellOtherTab(workspace: Workspace): () => void {
  const { chart, say } = workspace;
  return chart.subscribe((now, before) => {
    if (!now.isChangedElsewhere || before.isChangedElsewhere) return;
    say({
      text: 'This chart was changed in another tab',
      detail: 'The next change here replaces it',
      actions: [
        { label: 'Show that one', run: () => (chart.takeOther(), void fetchChart(workspace)) },
        { label: 'Keep this one', run: chart.keepMine },
      ],
    });
  });
}
