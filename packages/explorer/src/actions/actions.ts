import type { Action } from './action.ts';
import { chartActions } from './lists/chartActions.ts';
import { historyActions } from './lists/historyActions.ts';
import { itemActions } from './lists/itemActions.ts';
import { viewActions } from './lists/viewActions.ts';

/** Every choice a person can make about the chart. Menus, toolbar, palette and shortcut sheet read this list. */
export const actions: readonly Action[] = [...itemActions, ...historyActions, ...chartActions, ...viewActions];

const byId = new Map(actions.map((action) => [action.id, action]));

/** @throws Error for an id that names no action: a mistake of the programmer. */
export function actionById(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`No action is called ${id}`);
  return action;
}

export { addToChart, openOnChart } from './addToChart.ts';
export { readLink } from './chartLink.ts';
export { expandRow, type ExpandQuestion, pageSize } from './expandRow.ts';
export { findPath } from './findPath.ts';
export { onlyKinds, toggleKind } from './legend.ts';
export { jumpToStep } from './lists/historyActions.ts';
export { selectBundle, selectItems } from './selection.ts';
