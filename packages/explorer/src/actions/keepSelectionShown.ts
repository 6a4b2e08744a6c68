import type { Workspace } from './workspace.ts';

/** Whatever leaves the chart, by undo or otherwise, leaves the selection, the focus, the menu and the found path too. */
export function keepSelectionShown({ chart, view }: Pick<Workspace, 'chart' | 'view'>): () => void {
  return chart.subscribe((now, before) => {
    if (now.chart === before.chart) return;
    const isShown = (id: string): boolean => now.chart.items.get(id)?.isHidden === false;
    const { selection, focused, menu, path, hovered } = view.getState();
    if (![...selection].every(isShown)) view.setState({ selection: new Set([...selection].filter(isShown)) });
    if (focused !== null && !isShown(focused)) view.setState({ focused: null });
    if (menu?.item && !isShown(menu.item)) view.setState({ menu: null });
    if (path && !path.items.every(isShown)) view.setState({ path: null });
    if (hovered?.item !== undefined && !isShown(hovered.item)) view.setState({ hovered: null });
  });
}
