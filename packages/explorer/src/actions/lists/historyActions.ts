import { describeStep } from '../../chart/history.ts';
import type { Action } from '../action.ts';
import { captionOf } from '../targets.ts';
import type { Workspace } from '../workspace.ts';

const undo: Action = {
  id: 'undo',
  label: 'Undo',
  icon: 'undo-2',
  group: 'history',
  shortcuts: ['Ctrl+Z'],
  isEnabled: ({ chart }) => chart.getState().history.position > 0 || 'Nothing to undo',
  run(workspace) {
    const { history } = workspace.chart.getState();
    const step = history.steps[history.position - 1];
    if (step && workspace.chart.undo())
      workspace.say({ text: `Undone: ${wordsOf(workspace, step.words)}`, actions: [again(workspace)] });
  },
};

const redo: Action = {
  id: 'redo',
  label: 'Redo',
  icon: 'redo-2',
  group: 'history',
  shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'],
  isEnabled({ chart }) {
    const { history } = chart.getState();
    return history.position < history.steps.length || 'Nothing to redo';
  },
  run(workspace) {
    const { history } = workspace.chart.getState();
    const step = history.steps[history.position];
    if (step && workspace.chart.redo()) workspace.say({ text: `Done again: ${wordsOf(workspace, step.words)}` });
  },
};

const history: Action = {
  id: 'history',
  label: 'History',
  icon: 'history',
  group: 'history',
  isEnabled: () => true,
  isOn: ({ view }) => view.getState().panel === 'history',
  run: ({ view }) => view.setState(({ panel }) => ({ panel: panel === 'history' ? 'details' : 'history' })),
};

export const historyActions: readonly Action[] = [undo, redo, history];

/** To the chart as it was after the first `position` steps. */
export function jumpToStep({ chart }: Workspace, position: number): void {
  chart.jumpTo(position);
}

function again(workspace: Workspace) {
  return { label: 'Redo', run: () => void redo.run(workspace) };
}

function wordsOf(workspace: Workspace, words: Parameters<typeof describeStep>[0]): string {
  const text = describeStep(words, (id) => captionOf(workspace, id));
  return text.charAt(0).toLowerCase() + text.slice(1);
}
