import type { StepWords } from '../chart/history.ts';
import { askViewport } from '../view/viewportRequests.ts';
import { countOf } from './countWords.ts';
import { sayFull } from './expandRow.ts';
import { growChart, mostItems } from './growChart.ts';
import { sayFailure } from './sayFailure.ts';
import { selectItems } from './selection.ts';
import { captionOf } from './targets.ts';
import { undoStep } from './undoStep.ts';
import type { Workspace } from './workspace.ts';

type Words = Pick<StepWords, 'verb' | 'icon'>;

/** Puts entities on the chart and selects them; those that are there already are only selected. */
export async function addToChart(
  workspace: Workspace,
  ids: readonly string[],
  words: Words = { verb: 'Added', icon: 'plus' },
): Promise<void> {
  const { chart, remote, running, say } = workspace;
  const { items } = chart.getState().chart;
  const missing = ids.filter((id) => items.get(id)?.isHidden !== false);
  if (missing.length === 0) return selectItems(workspace, ids);
  if (items.size + missing.filter((id) => !items.has(id)).length > mostItems) return sayFull(workspace);

  const run = running.start(`add ${missing.join(' ')}`);
  try {
    const arriving = await remote.entities(missing, run.signal);
    if (arriving.length === 0) return say({ text: 'Nothing you may see has this address', tone: 'failure' });
    const found = arriving.map(({ id }) => id);
    const about = found.slice(0, 3);
    const grown = await growChart(workspace, { arriving, around: null, words: { ...words, about }, signal: run.signal });
    if (grown === null) return;
    selectItems(workspace, [...ids.filter((id) => items.has(id)), ...found]);
    askViewport({ kind: 'reveal', ids: found });
    const what = grown.added.length === 1 ? captionOf(workspace, grown.added[0]!) : countOf(grown.added.length, 'item');
    say({ text: `${what} added`, actions: [{ label: 'Undo', run: () => undoStep(workspace, grown.step) }] });
  } catch (error) {
    const what = `${countOf(missing.length, 'item')} could not be added`;
    sayFailure(workspace, error, { what, signal: run.signal, again: () => void addToChart(workspace, ids, words) });
  } finally {
    run.end();
  }
}

/** For "open on chart" of a result, an overlap or an address in the URL. */
export function openOnChart(workspace: Workspace, ids: readonly string[]): Promise<void> {
  return addToChart(workspace, ids, { verb: 'Opened', icon: 'plus' });
}
