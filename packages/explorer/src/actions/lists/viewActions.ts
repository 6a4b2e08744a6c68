import { askViewport } from '../../view/viewportRequests.ts';
import { visibleItems } from '../../chart/chart.ts';
import type { Action } from '../action.ts';
import { selectableIds } from '../selection.ts';
import type { Workspace } from '../workspace.ts';

const hasItems = ({ chart }: Workspace): true | string => visibleItems(chart.getState().chart).length > 0 || 'The chart is empty';
const zoomStep = 1.25;

export const viewActions: readonly Action[] = [
  {
    id: 'list',
    label: 'List',
    icon: 'list',
    group: 'view',
    shortcuts: ['L'],
    isEnabled: () => true,
    isOn: ({ view }) => view.getState().isListOpen,
    run: ({ view }) => view.setState(({ isListOpen }) => ({ isListOpen: !isListOpen })),
  },
  {
    id: 'fit',
    label: 'Fit to screen',
    icon: 'maximize',
    group: 'view',
    shortcuts: ['F', '0'],
    isEnabled: hasItems,
    run: () => askViewport({ kind: 'fit' }),
  },
  {
    id: 'zoomIn',
    label: 'Zoom in',
    icon: 'plus',
    group: 'view',
    shortcuts: ['+', '='],
    isEnabled: () => true,
    run: () => askViewport({ kind: 'zoomBy', factor: zoomStep }),
  },
  {
    id: 'zoomOut',
    label: 'Zoom out',
    icon: 'minus',
    group: 'view',
    shortcuts: ['-'],
    isEnabled: () => true,
    run: () => askViewport({ kind: 'zoomBy', factor: 1 / zoomStep }),
  },
  {
    id: 'selectAll',
    label: 'Select all',
    icon: 'box-select',
    group: 'selection',
    shortcuts: ['Ctrl+A'],
    isEnabled: hasItems,
    run: (workspace) => workspace.view.setState({ selection: new Set(selectableIds(workspace)), selectedBundle: null }),
  },
  {
    id: 'invertSelection',
    label: 'Invert selection',
    icon: 'contrast',
    group: 'selection',
    shortcuts: ['Ctrl+I'],
    isEnabled: hasItems,
    run(workspace) {
      const { selection } = workspace.view.getState();
      workspace.view.setState({
        selection: new Set(selectableIds(workspace).filter((id) => !selection.has(id))),
        selectedBundle: null,
      });
    },
  },
  {
    id: 'clearSelection',
    label: 'Clear selection',
    icon: 'x',
    group: 'selection',
    isEnabled: ({ view }) =>
      view.getState().selection.size > 0 || view.getState().selectedBundle !== null || 'Nothing is selected',
    run: ({ view }) => view.setState({ selection: new Set(), selectedBundle: null }),
  },
  {
    id: 'clearPath',
    label: 'Clear path',
    icon: 'x',
    group: 'view',
    isEnabled: ({ view }) => view.getState().path !== null || 'No path is shown',
    run: ({ view }) => view.setState({ path: null }),
  },
  {
    id: 'cancel',
    label: 'Stop or close',
    icon: 'x',
    group: 'view',
    shortcuts: ['Escape'],
    isEnabled: () => true,
    run: cancel,
  },
];

/** Esc takes back the nearest thing: a menu, what is under way, a path, then the selection. */
function cancel({ view, running, say }: Workspace): void {
  const { menu, path } = view.getState();
  if (menu !== null) return view.setState({ menu: null });
  if (running.stopAll() > 0) return say({ text: 'Stopped. The chart is as it was.' });
  if (path !== null) return view.setState({ path: null });
  view.setState({ selection: new Set(), selectedBundle: null });
}
