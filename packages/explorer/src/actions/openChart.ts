import { firstView } from '../view/viewState.ts';
import { sayFailure } from './sayFailure.ts';
import type { Workspace } from './workspace.ts';

/** Opens what the browser keeps for a viewer, and asks the service what the ids in it are. */
export async function openChart(workspace: Workspace, viewer: string): Promise<void> {
  const { chart, view, running } = workspace;
  running.stopAll();
  chart.open(viewer);
  view.setState(({ panel, isListOpen, tool, viewport }) => ({ ...firstView, panel, isListOpen, tool, viewport }));
  await fetchChart(workspace);
}

/** Also after the other tab's chart was taken over. */
export async function fetchChart(workspace: Workspace): Promise<void> {
  const { chart, remote, running, records } = workspace;
  const { items } = chart.getState().chart;
  const ids = [...items.keys()];
  if (ids.length === 0) return;
  const run = running.start('open');
  try {
    await Promise.all([remote.entities([...ids, ...namedInHistory(workspace)], run.signal), remote.linksAmong(ids, run.signal)]);
    const { entities } = records();
    if (!run.signal.aborted && ids.some((id) => !entities.has(id)))
      workspace.say({
        text: 'Some items of this chart can no longer be found',
        detail: 'They were retracted, or are not yours to see',
      });
  } catch (error) {
    const again = (): void => void fetchChart(workspace);
    sayFailure(workspace, error, { what: 'The chart could not be filled', signal: run.signal, again });
  } finally {
    run.end();
  }
}

/** Entities that left the chart are still named by the steps that were about them. */
function namedInHistory({ chart }: Workspace): string[] {
  const { chart: now, history } = chart.getState();
  const named = history.steps.flatMap(({ words }) => words.about);
  return [...new Set(named)].filter((id) => !now.items.has(id)).slice(-200);
}
