import type { ExpandAnswer, ExpandInput } from '../remote/chartReads.ts';
import { askViewport } from '../view/viewportRequests.ts';
import { countOf, showNumber } from './countWords.ts';
import { type Grown, growChart, mostItems } from './growChart.ts';
import { sayFailure } from './sayFailure.ts';
import { captionOf } from './targets.ts';
import { undoStep } from './undoStep.ts';
import type { Workspace } from './workspace.ts';

/** What of an item is asked for; with the id alone it is everything. */
export interface ExpandQuestion extends Pick<
  ExpandInput,
  'linkKinds' | 'entityKinds' | 'direction' | 'order' | 'since' | 'until'
> {
  readonly id: string;
}

export const pageSize = 50;

/** Adds the next page of what is linked and not on the chart yet, around the item. */
export async function expandRow(workspace: Workspace, question: ExpandQuestion): Promise<void> {
  const { chart, remote, running } = workspace;
  const { id, ...filter } = question;
  const onChart = [...chart.getState().chart.items.keys()];
  const room = Math.min(pageSize, mostItems - onChart.length);
  if (room <= 0) return sayFull(workspace);

  const run = running.start(JSON.stringify(question));
  setExpanding(workspace, id, true);
  try {
    const answer = await remote.expand({ ids: [id], ...filter, exclude: onChart, limit: room }, run.signal);
    const grown = await growChart(workspace, {
      arriving: sortByKind(answer.entities),
      around: id,
      words: { verb: 'Expanded', about: [id], icon: 'expand' },
      signal: run.signal,
    });
    if (grown) askViewport({ kind: 'reveal', ids: [id, ...grown.added] });
    if (!run.signal.aborted && chart.getState().chart.items.has(id)) sayAdded(workspace, question, answer, grown);
  } catch (error) {
    const what = `${captionOf(workspace, id)} could not be expanded`;
    sayFailure(workspace, error, { what, signal: run.signal, again: () => void expandRow(workspace, question) });
  } finally {
    run.end();
    setExpanding(workspace, id, false);
  }
}

/** "37 of 412 added", "9 were here". */
function sayAdded(workspace: Workspace, question: ExpandQuestion, answer: ExpandAnswer, grown: Grown | null): void {
  if (grown === null) {
    const text =
      answer.total === 0 ? 'Nothing you may see is linked in this way' : `All ${showNumber(answer.total)} are on the chart`;
    return workspace.say({ text });
  }
  const total = answer.isTotalExact ? showNumber(answer.total) : `more than ${showNumber(answer.total)}`;
  const here = answer.isTotalExact ? answer.total - answer.remaining - answer.entities.length : 0;
  const undo = { label: 'Undo', run: () => undoStep(workspace, grown.step) };
  const next = { label: `Next ${Math.min(pageSize, answer.remaining)}`, run: () => void expandRow(workspace, question) };
  workspace.say({
    text: `${showNumber(grown.added.length)} of ${total} added`,
    ...(here > 0 && { detail: here === 1 ? '1 was here' : `${showNumber(here)} were here` }),
    actions: answer.remaining > 0 ? [undo, next] : [undo],
  });
}

export function sayFull({ say }: Workspace): void {
  say({
    text: `A chart holds at most ${countOf(mostItems, 'item')}`,
    detail: 'Remove some, or filter what you expand',
    tone: 'failure',
  });
}

/** What is alike arrives side by side; within a kind the order of the answer is kept. */
function sortByKind(entities: ExpandAnswer['entities']): ExpandAnswer['entities'] {
  return entities.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

function setExpanding({ view }: Workspace, id: string, isExpanding: boolean): void {
  view.setState(({ expanding }) => {
    const next = new Set(expanding);
    if (isExpanding) next.add(id);
    else next.delete(id);
    return { expanding: next };
  });
}
