import { followMerges } from '../chart/commands/followMerges.ts';
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
    await followMoved(workspace, run.signal);
    const { entities } = records();
    if (!run.signal.aborted && [...chart.getState().chart.items.keys()].some((id) => !entities.has(id)))
      workspace.say({
        text: 'Some items of this chart can no longer be found',
        detail: 'They were retracted, or are not yours to see',
      });
  } catch (error) {
    const again = (): void => void fetchChart(workspace);
    sayFailure(workspace, error, { what: 'What is on the chart could not be fetched', signal: run.signal, again });
  } finally {
    run.end();
  }
}

/** Most ids that are asked for one by one. */
const mostMoved = 20;

/** An id that was merged away answers with the entity it went into; asked alone, it is plain which. */
async function followMoved({ chart, remote, records }: Workspace, signal: AbortSignal): Promise<void> {
  const { entities } = records();
  const untold = [...chart.getState().chart.items.keys()].filter((id) => !entities.has(id)).slice(0, mostMoved);
  const answers = await Promise.all(untold.map(async (id) => [id, (await remote.entities([id], signal))[0]?.id] as const));
  const merges = new Map(answers.flatMap(([from, to]) => (to !== undefined && to !== from ? [[from, to] as const] : [])));
  if (merges.size === 0) return;
  const words = { verb: 'Followed merges of', about: [...merges.values()].slice(0, 3), count: merges.size, icon: 'merge' };
  if (!chart.perform(followMerges(chart.getState().chart, merges), words)) return;
  await remote.linksAmong([...chart.getState().chart.items.keys()], signal);
}

/** Entities that left the chart are still named by the steps that were about them. */
function namedInHistory({ chart }: Workspace): string[] {
  const { chart: now, history } = chart.getState();
  const named = history.steps.flatMap(({ words }) => words.about);
  return [...new Set(named)].filter((id) => !now.items.has(id)).slice(-200);
}
