import { hideItems, pinItems, showItems } from '../../chart/commands/changeItems.ts';
import { removeItems } from '../../chart/commands/removeItems.ts';
import { hiddenItems } from '../../chart/chart.ts';
import type { Patch } from '../../chart/diff.ts';
import { diameterOf } from '../../view/itemSize.ts';
import type { Action } from '../action.ts';
import { countOf } from '../countWords.ts';
import { expandRow } from '../expandRow.ts';
import { findPath } from '../findPath.ts';
import { captionOf, entityOf, targetOf, targetsOf } from '../targets.ts';
import { lastStep, undoStep } from '../undoStep.ts';
import type { Workspace } from '../workspace.ts';

const isAny = (workspace: Workspace): true | string => targetsOf(workspace).length > 0 || 'Select an item first';
const isOne = (workspace: Workspace): true | string => targetOf(workspace) !== null || 'Select one item first';

const expand: Action = {
  id: 'expand',
  label: 'Expand',
  icon: 'expand',
  group: 'item',
  shortcuts: ['E'],
  isEnabled: isOne,
  run(workspace) {
    const { view, chart } = workspace;
    const id = targetOf(workspace);
    const item = id === null ? undefined : chart.getState().chart.items.get(id);
    if (!item) return;
    const { zoom, pan } = view.getState().viewport;
    const radius = diameterOf(entityOf(workspace, item.id)?.kind ?? '') / 2 + 8;
    view.setState({
      menu: { kind: 'expand', item: item.id, at: { x: (item.x + radius) * zoom + pan.x, y: item.y * zoom + pan.y } },
    });
  },
};

const expandAll: Action = {
  id: 'expandAll',
  label: 'Everything, 50 at a time',
  icon: 'expand',
  group: 'item',
  shortcuts: ['Shift+E'],
  isEnabled: isOne,
  run(workspace) {
    const id = targetOf(workspace);
    return id === null ? undefined : expandRow(workspace, { id });
  },
};

const pin: Action = {
  id: 'pin',
  label: 'Pin',
  icon: 'pin',
  group: 'item',
  shortcuts: ['P'],
  isEnabled: isAny,
  isOn: areAllPinned,
  run(workspace) {
    const isPinned = !areAllPinned(workspace);
    const verb = isPinned ? 'Pinned' : 'Unpinned';
    perform(workspace, pinItems(workspace.chart.getState().chart, targetsOf(workspace), isPinned), { verb, icon: 'pin' });
  },
};

const hide: Action = {
  id: 'hide',
  label: 'Hide',
  icon: 'eye-off',
  group: 'item',
  shortcuts: ['H'],
  isEnabled: isAny,
  run(workspace) {
    perform(workspace, hideItems(workspace.chart.getState().chart, targetsOf(workspace)), {
      verb: 'Hid',
      icon: 'eye-off',
      past: 'hidden',
    });
  },
};

const remove: Action = {
  id: 'remove',
  label: 'Remove',
  icon: 'trash-2',
  group: 'item',
  shortcuts: ['Delete', 'Backspace'],
  isEnabled: isAny,
  run(workspace) {
    const patch = removeItems(workspace.chart.getState().chart, targetsOf(workspace));
    perform(workspace, patch, { verb: 'Removed', icon: 'trash-2', past: 'removed' });
  },
};

const showHidden: Action = {
  id: 'showHidden',
  label: 'Show hidden',
  icon: 'eye',
  group: 'chart',
  shortcuts: ['Shift+H'],
  isEnabled: ({ chart }) => hiddenItems(chart.getState().chart).length > 0 || 'Nothing is hidden',
  run(workspace) {
    const { chart } = workspace.chart.getState();
    const ids = hiddenItems(chart).map(({ id }) => id);
    perform(workspace, showItems(chart, ids), { verb: 'Showed', icon: 'eye', past: 'shown again' });
  },
};

const findPathAction: Action = {
  id: 'findPath',
  label: 'Find path',
  icon: 'route',
  group: 'selection',
  isEnabled: (workspace) => targetsOf(workspace).length === 2 || 'Select two items first',
  run(workspace) {
    const [from, to] = targetsOf(workspace);
    return from !== undefined && to !== undefined ? findPath(workspace, { from, to }) : undefined;
  },
};

export const itemActions: readonly Action[] = [expand, expandAll, pin, hide, remove, findPathAction, showHidden];

function areAllPinned(workspace: Workspace): boolean {
  const { items } = workspace.chart.getState().chart;
  const ids = targetsOf(workspace);
  return ids.length > 0 && ids.every((id) => items.get(id)?.isPinned);
}

/** One step about the targets; with `past` it is also said, with Undo. */
function perform(workspace: Workspace, patch: Patch, { verb, icon, past }: { verb: string; icon: string; past?: string }): void {
  const ids = [...patch.put.map(({ id }) => id), ...patch.remove];
  const words = { verb, icon, about: ids.slice(0, 3), count: ids.length };
  const what = ids.length === 1 ? captionOf(workspace, ids[0]!) : countOf(ids.length, 'item');
  if (!workspace.chart.perform(patch, words) || past === undefined) return;
  const step = lastStep(workspace);
  workspace.say({
    text: `${what} ${past}`,
    actions: step === null ? [] : [{ label: 'Undo', run: () => undoStep(workspace, step) }],
  });
}
