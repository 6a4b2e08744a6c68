import { useStore } from 'zustand';
import { records } from '../remote/records.ts';
import { actionById } from './actions.ts';
import { tabWorkspace } from './tabWorkspace.ts';

export interface UsedAction {
  readonly label: string;
  readonly icon: string;
  readonly shortcut: string | undefined;
  readonly isEnabled: boolean;
  /** Why it is not enabled. */
  readonly why: string | undefined;
  readonly isOn: boolean | undefined;
  run(): void;
}

/** An action as a button needs it; follows chart, view and records. */
export function useAction(id: string): UsedAction {
  const action = actionById(id);
  useStore(tabWorkspace.chart);
  useStore(tabWorkspace.view);
  useStore(records);
  const enabled = action.isEnabled(tabWorkspace);
  return {
    label: action.label,
    icon: action.icon,
    shortcut: action.shortcuts?.[0],
    isEnabled: enabled === true,
    why: enabled === true ? undefined : enabled,
    isOn: action.isOn?.(tabWorkspace),
    run: () => void action.run(tabWorkspace),
  };
}
