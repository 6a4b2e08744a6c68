import type { Workspace } from '../../actions/workspace.ts';
import { askViewport } from '../../view/viewportRequests.ts';
import type { Scene } from '../scene/scene.ts';
import { isWay, walk } from './walk.ts';

/** Keys that only mean something on the canvas. Letters are shortcuts of actions and heard elsewhere. */
export function hearCanvasKeys(container: HTMLElement, workspace: Workspace, scene: () => Scene): () => void {
  const { view } = workspace;
  const hear = (event: KeyboardEvent): void => {
    const { focused, selection } = view.getState();
    if (isWay(event.key))
      moveFocus(workspace, { to: walk(scene(), focused ?? first(selection), event.key), isAdding: event.shiftKey });
    else if (event.key === 'Enter' && focused !== null)
      view.setState({ selection: new Set([focused]), selectedBundle: null, panel: 'details' });
    else if (event.key === ' ' && focused !== null) toggle(workspace, focused);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(workspace, scene());
    else return;
    event.preventDefault();
  };
  container.addEventListener('keydown', hear);
  return () => container.removeEventListener('keydown', hear);
}

/** Without shift the selection is let go, so that keys act upon the item they stand on. */
function moveFocus({ view }: Workspace, { to, isAdding }: { to: string | null; isAdding: boolean }): void {
  if (to === null) return;
  view.setState(({ selection }) => ({
    focused: to,
    selectedBundle: null,
    selection: isAdding ? new Set([...selection, to]) : new Set(),
  }));
  askViewport({ kind: 'reveal', ids: [to] });
}

function toggle({ view }: Workspace, id: string): void {
  view.setState(({ selection }) => {
    const next = new Set(selection);
    if (!next.delete(id)) next.add(id);
    return { selection: next, selectedBundle: null };
  });
}

function openMenu({ view }: Workspace, scene: Scene): void {
  const { focused, selection, viewport } = view.getState();
  const item = scene.items.get(focused ?? first(selection) ?? '');
  const { zoom, pan } = viewport;
  const at = item ? { x: item.x * zoom + pan.x + 20, y: item.y * zoom + pan.y + 20 } : { x: 80, y: 80 };
  view.setState({ menu: { kind: 'context', item: item?.id ?? null, at } });
}

function first(ids: ReadonlySet<string>): string | null {
  const [id] = ids;
  return id ?? null;
}
