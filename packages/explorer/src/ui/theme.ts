import { createStore } from 'zustand/vanilla';

export type Theme = 'system' | 'light' | 'dark';

const key = 'linchpin.theme';

export const theme = createStore<{ readonly choice: Theme }>(() => ({ choice: readKept() }));

/** Puts the choice on the document; without one the system's setting holds. */
export function applyTheme(choice: Theme): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

export function chooseTheme(choice: Theme): void {
  theme.setState({ choice });
  applyTheme(choice);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Kept for this tab only.
  }
}

function readKept(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
