import { visibleItems } from '../../chart/chart.ts';
import { clearChart } from '../../chart/commands/removeItems.ts';
import type { Arrangement } from '../../chart/layout/layoutQuestion.ts';
import type { Action } from '../action.ts';
import { arrangeChart } from '../arrangeChart.ts';
import { linkTo, mostLinked } from '../chartLink.ts';
import { countOf } from '../countWords.ts';
import { targetsOf } from '../targets.ts';
import { lastStep, undoStep } from '../undoStep.ts';
import type { Workspace } from '../workspace.ts';

const hasItems = ({ chart }: Workspace): true | string => chart.getState().chart.items.size > 0 || 'The chart is empty';

const clear: Action = {
  id: 'clearChart',
  label: 'Clear chart',
  icon: 'eraser',
  group: 'chart',
  isEnabled: hasItems,
  run(workspace) {
    const { chart } = workspace.chart.getState();
    const isCleared = workspace.chart.perform(clearChart(chart), {
      verb: 'Cleared chart',
      about: [],
      detail: countOf(chart.items.size, 'item'),
      icon: 'eraser',
    });
    const step = lastStep(workspace);
    if (isCleared && step !== null)
      workspace.say({ text: 'Chart cleared', actions: [{ label: 'Undo', run: () => undoStep(workspace, step) }] });
  },
};

const copyLink: Action = {
  id: 'copyLink',
  label: 'Copy link',
  icon: 'link',
  group: 'chart',
  isEnabled(workspace) {
    const count = linkedIds(workspace).length;
    if (count === 0) return 'The chart is empty';
    return count <= mostLinked || `Select at most ${mostLinked} items: a link holds no more`;
  },
  async run(workspace) {
    const ids = linkedIds(workspace);
    try {
      await workspace.copy(linkTo(ids, location.origin));
      workspace.say({ text: `Link to ${countOf(ids.length, 'item')} copied`, detail: 'Who opens it sees what they may see' });
    } catch {
      workspace.say({ text: 'The link could not be copied', detail: 'This browser forbids it', tone: 'failure' });
    }
  },
};

export const chartActions: readonly Action[] = [
  arrangeAction({ id: 'arrange', label: 'Arrange', icon: 'waypoints', shortcuts: ['A'] }, 'force'),
  arrangeAction({ id: 'arrangeCircles', label: 'In circles around the selected item', icon: 'circle-dot' }, 'circles'),
  arrangeAction({ id: 'arrangeRows', label: 'In rows by kind', icon: 'rows-3' }, 'rows'),
  clear,
  copyLink,
];

function arrangeAction(named: Pick<Action, 'id' | 'label' | 'icon' | 'shortcuts'>, arrangement: Arrangement): Action {
  return { ...named, group: 'chart', isEnabled: hasItems, run: (workspace) => arrangeChart(workspace, arrangement) };
}

/** The selected items, or all that are shown. */
function linkedIds(workspace: Workspace): string[] {
  const targets = targetsOf(workspace);
  return targets.length > 0 ? targets : visibleItems(workspace.chart.getState().chart).map(({ id }) => id);
}
