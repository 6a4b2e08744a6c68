import type { EntityRecord } from '../remote/records.ts';
import type { Workspace } from './workspace.ts';

/** What an action on items is about: the selected ones that are shown, else the one the keys stand on. */
export function targetsOf({ chart, view }: Workspace): string[] {
  const { items } = chart.getState().chart;
  const isShown = (id: string): boolean => items.get(id)?.isHidden === false;
  const { selection, focused } = view.getState();
  const selected = [...selection].filter(isShown);
  if (selected.length > 0) return selected;
  return focused !== null && isShown(focused) ? [focused] : [];
}

/** The one item that the action is about; null when it is none or several. */
export function targetOf(workspace: Workspace): string | null {
  const [only, ...others] = targetsOf(workspace);
  return only !== undefined && others.length === 0 ? only : null;
}

export function captionOf({ records }: Pick<Workspace, 'records'>, id: string): string {
  return records().entities.get(id)?.caption ?? 'this item';
}

export function entityOf({ records }: Pick<Workspace, 'records'>, id: string): EntityRecord | undefined {
  return records().entities.get(id);
}
