import type { Action } from './action.ts';
import { actions } from './actions.ts';
import type { Workspace } from './workspace.ts';

/**
 * Shortcuts of actions, heard on the whole page. Single letters count only while the canvas has the focus (or nothing has),
 * so that they never surprise someone who reads or types elsewhere. Returns what stops the hearing.
 */
export function hearKeys(workspace: Workspace, target: EventTarget): () => void {
  const hear = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || isTyping(event)) return;
    const name = keyName(event);
    const action = actions.find(({ shortcuts }) => shortcuts?.includes(name));
    if (!action || !isHeardHere(event, action)) return;
    // With nothing left to undo the browser would undo what was typed into some field.
    if (action.id === 'undo' || action.id === 'redo') event.preventDefault();
    if (action.isEnabled(workspace) !== true) return;
    event.preventDefault();
    void action.run(workspace);
  };
  target.addEventListener('keydown', hear);
  return () => target.removeEventListener('keydown', hear);
}

/** As in `Action.shortcuts`: `Ctrl+Shift+Z`, `E`, `Shift+H`, `Delete`. Cmd counts as Ctrl. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const isLetter = /^[a-z]$/i.test(event.key);
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    // Shift is part of how `+` is typed on many keyboards; it only counts with letters.
    ...(event.shiftKey && isLetter ? ['Shift'] : []),
    isLetter ? event.key.toUpperCase() : event.key,
  ];
  return parts.join('+');
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'));
}

function isHeardHere({ target, ctrlKey, metaKey, key }: KeyboardEvent, action: Action): boolean {
  const element = target instanceof Element ? target : null;
  // Elsewhere than on the chart's page nobody sees what a key would do to the chart.
  if (document.querySelector('[data-canvas]') === null) return false;
  if (element?.closest('[role=dialog], [role=menu], [role=listbox]')) return false;
  const isOnCanvas = element === null || element === document.body || element.closest('[data-canvas]') !== null;
  if (ctrlKey || metaKey) return action.id === 'undo' || action.id === 'redo' || isOnCanvas;
  return isOnCanvas || key === 'Escape';
}
