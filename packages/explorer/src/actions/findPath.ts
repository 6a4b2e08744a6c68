import type { PathsAnswer } from '../remote/chartReads.ts';
import { askViewport } from '../view/viewportRequests.ts';
import { countOf, showNumber } from './countWords.ts';
import { growChart } from './growChart.ts';
import { sayFailure } from './sayFailure.ts';
import { undoStep } from './undoStep.ts';
import type { Workspace } from './workspace.ts';

interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly throughGeneric?: boolean;
}

const maxHops = 6;
const mostPaths = 5;

/** Finds the shortest path, puts what is missing of it on the chart and marks it; the others are one press away. */
export async function findPath(workspace: Workspace, question: PathQuestion): Promise<void> {
  const { remote, running, chart } = workspace;
  const run = running.start(`path ${question.from} ${question.to}`);
  try {
    const answer = await remote.paths({ ...question, maxHops, count: mostPaths }, run.signal);
    const { items } = chart.getState().chart;
    if (run.signal.aborted || !items.has(question.from) || !items.has(question.to)) return;
    if (answer.paths.length === 0) return sayNone(workspace, question, answer);
    await showPath(workspace, question, { answer, index: 0, signal: run.signal });
  } catch (error) {
    const again = (): void => void findPath(workspace, question);
    sayFailure(workspace, error, { what: 'No path could be looked for', signal: run.signal, again });
  } finally {
    run.end();
  }
}

interface Showing {
  readonly answer: PathsAnswer;
  readonly index: number;
  readonly signal: AbortSignal;
}

async function showPath(workspace: Workspace, question: PathQuestion, { answer, index, signal }: Showing): Promise<void> {
  const { from, to } = question;
  const path = answer.paths[index]!;
  const grown = await growChart(workspace, {
    arriving: path.entities,
    around: from,
    chain: path.entities.map(({ id }) => id),
    words: { verb: 'Found path', about: [from, to], icon: 'route' },
    signal,
  });
  const ids = path.entities.map(({ id }) => id);
  const { items } = workspace.chart.getState().chart;
  if (signal.aborted || !ids.every((id) => items.has(id))) return;
  workspace.view.setState({ path: { items: ids, bundles: path.bundles.map(({ id }) => id) } });
  askViewport({ kind: 'reveal', ids });

  const others = answer.paths.length - 1;
  const next = (index + 1) % answer.paths.length;
  const showNext = (): void => {
    const run = workspace.running.start(`path ${from} ${to}`);
    const again = showNext;
    showPath(workspace, question, { answer, index: next, signal: run.signal })
      .catch((error: unknown) => sayFailure(workspace, error, { what: 'The path could not be shown', signal: run.signal, again }))
      .finally(run.end);
  };
  workspace.say({
    text: `Path of ${countOf(path.length, 'link')}${others > 0 ? `, ${showNumber(index + 1)} of ${showNumber(others + 1)}` : ''}`,
    ...(answer.skippedGeneric.length > 0 && { detail: skippedWords(answer) }),
    actions: [
      ...(grown ? [{ label: 'Undo', run: () => undoStep(workspace, grown.step) }] : []),
      ...(others > 0 ? [{ label: 'Next path', run: showNext }] : []),
    ],
  });
}

function sayNone(workspace: Workspace, question: PathQuestion, answer: PathsAnswer): void {
  const isStoppedEarly = answer.isLimitReached ? 'The search stopped early: too much is linked to these' : undefined;
  const detail = answer.skippedGeneric.length > 0 ? skippedWords(answer) : isStoppedEarly;
  const through = { label: 'Through generic too', run: () => void findPath(workspace, { ...question, throughGeneric: true }) };
  workspace.say({
    text: `No path of up to ${maxHops} links that you may see`,
    ...(detail !== undefined && { detail }),
    actions: answer.skippedGeneric.length > 0 ? [through] : [],
  });
}

/** "passed over Marlow Bend Motel and 2 more". */
function skippedWords({ skippedGeneric }: PathsAnswer): string {
  const [first, ...rest] = skippedGeneric;
  return `passed over ${first!.caption}${rest.length > 0 ? ` and ${showNumber(rest.length)} more` : ''}, generic`;
}
