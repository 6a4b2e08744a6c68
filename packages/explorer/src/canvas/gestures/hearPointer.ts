import type { Core, EventObject, EventObjectNode } from 'cytoscape';
import { expandRow, selectBundle } from '../../actions/actions.ts';
import type { Workspace } from '../../actions/workspace.ts';

/** Pressing, hovering and menus. What they mean is said by actions and the view; nothing is kept here. */
export function hearPointer(cy: Core, workspace: Workspace): void {
  const { view } = workspace;
  const openMenu = (event: EventObject, item: string | null): void => {
    if (item !== null && !view.getState().selection.has(item)) select(workspace, item, false);
    view.setState({ menu: { kind: 'context', item, at: { ...event.renderedPosition } } });
  };

  cy.on('tap', 'node', (event: EventObjectNode) => select(workspace, event.target.id(), isAdding(event)));
  cy.on('tap', 'edge', (event) => selectBundle(workspace, event.target.id() as string));
  cy.on('tap', (event) => {
    if (event.target === cy && !isAdding(event))
      view.setState({ selection: new Set(), selectedBundle: null, focused: null, menu: null });
  });
  cy.on('dbltap', 'node', (event: EventObjectNode) => void expandRow(workspace, { id: event.target.id() }));
  cy.on('cxttap taphold', 'node', (event: EventObjectNode) => openMenu(event, event.target.id()));
  cy.on('cxttap taphold', (event) => {
    if (event.target === cy) openMenu(event, null);
  });

  const setCursor = (cursor: string): void => {
    const container = cy.container();
    if (container) container.style.cursor = cursor;
  };
  cy.on('mouseover', 'node', (event: EventObjectNode) => {
    setCursor('pointer');
    view.setState({ hovered: { item: event.target.id() } });
  });
  cy.on('mouseover', 'edge', (event) => {
    setCursor('pointer');
    view.setState({ hovered: { bundle: event.target.id() as string } });
  });
  cy.on('mouseout', 'node, edge', () => {
    setCursor('');
    view.setState({ hovered: null });
  });
  hearBox(cy, workspace);
}

/** A box adds to the selection with shift held before it, which is how it is drawn outside the box tool. */
function hearBox(cy: Core, { view }: Workspace): void {
  let boxed: string[] = [];
  cy.on('boxstart', () => {
    boxed = [];
  });
  cy.on('box', 'node', (event: EventObjectNode) => {
    if (!event.target.hasClass('faded')) boxed.push(event.target.id());
  });
  // `boxend` comes before the `box` of each element.
  cy.on('boxend', () =>
    queueMicrotask(() => {
      const kept = view.getState().tool === 'box' ? [] : view.getState().selection;
      view.setState({ selection: new Set([...kept, ...boxed]), selectedBundle: null });
    }),
  );
}

function isAdding({ originalEvent }: EventObject): boolean {
  const { shiftKey, ctrlKey, metaKey } = originalEvent as MouseEvent;
  return shiftKey || ctrlKey || metaKey;
}

function select({ view }: Workspace, id: string, isAdded: boolean): void {
  view.setState(({ selection }) => {
    if (!isAdded) return { selection: new Set([id]), selectedBundle: null, focused: id, menu: null };
    const next = new Set(selection);
    if (!next.delete(id)) next.add(id);
    return { selection: next, selectedBundle: null, focused: id, menu: null };
  });
}
