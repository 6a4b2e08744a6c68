import type { Workspace } from './workspace.ts';

export type ActionGroup = 'item' | 'selection' | 'chart' | 'history' | 'view';

/** A choice a person makes, as a value: menus, toolbar, palette and shortcut sheet read the list of them. */
export interface Action {
  /** Stable: `expand`, `undo`, `fit`. */
  readonly id: string;
  /** A verb, sentence case: the button's name. */
  readonly label: string;
  /** Lucide icon name. */
  readonly icon: string;
  readonly group: ActionGroup;
  /** As shown in tooltips: `E`, `Ctrl+Z`. The first is shown, all are heard. */
  readonly shortcuts?: readonly string[];
  /** True, or a sentence that says why not. */
  isEnabled(workspace: Workspace): true | string;
  /** For toggles: whether it is on. */
  isOn?(workspace: Workspace): boolean;
  /** Never throws: what failed is said through `workspace.say`, and the chart is as it was. */
  run(workspace: Workspace): void | Promise<void>;
}
