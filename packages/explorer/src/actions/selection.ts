import { visibleItems } from '../chart/chart.ts';
import { askViewport } from '../view/viewportRequests.ts';
import type { Workspace } from './workspace.ts';

/** Selects these and nothing else, and brings them into sight. */
export function selectItems(workspace: Workspace, ids: readonly string[]): void {
  const { items } = workspace.chart.getState().chart;
  const selected = ids.filter((id) => items.get(id)?.isHidden === false);
  workspace.view.setState({ selection: new Set(selected), selectedBundle: null, focused: selected[0] ?? null });
  askViewport({ kind: 'reveal', ids: selected });
}

export function selectBundle({ view }: Workspace, id: string | null): void {
  view.setState({ selectedBundle: id, selection: new Set(), ...(id !== null && { panel: 'details' as const }) });
}

/** Items of a faded kind cannot be selected. */
export function selectableIds({ chart, view, records }: Workspace): string[] {
  const { fadedKinds } = view.getState();
  const { entities } = records();
  return visibleItems(chart.getState().chart).flatMap(({ id }) => {
    const kind = entities.get(id)?.kind;
    return kind !== undefined && !fadedKinds.has(kind) ? [id] : [];
  });
}
