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

/** An action as a button needs it; follows chart, view and records, and changes only when what it says does. */
export function useAction(id: string): UsedAction {
  const action = actionById(id);
  const enabled = useSaid(() => action.isEnabled(tabWorkspace));
  const isOn = useSaid(() => action.isOn?.(tabWorkspace));
  return {
    label: action.label,
    icon: action.icon,
    shortcut: action.shortcuts?.[0],
    isEnabled: enabled === true,
    why: enabled === true ? undefined : enabled,
    isOn,
    run: () => void action.run(tabWorkspace),
  };
}

/** What is said is plain, so that panning, which changes the view many times a second, draws no button again. */
function useSaid<T extends string | boolean | undefined>(say: () => T): T {
  useStore(tabWorkspace.chart, say);
  useStore(tabWorkspace.view, say);
  return useStore(records, say);
}
