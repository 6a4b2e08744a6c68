import type { Workspace } from './workspace.ts';

/** Undo for the button of a toast: takes back that step, and says so when later ones stand upon it. */
export function undoStep({ chart, say }: Workspace, step: string): void {
  const { history } = chart.getState();
  const position = history.steps.findIndex(({ id }) => id === step);
  if (position < 0 || position >= history.position) return;
  if (position === history.position - 1) chart.undo();
  else say({ text: 'Later steps stand upon this one', detail: 'Choose the step to go back to in History' });
}

/** Id of the step that was done last; null before the first. */
export function lastStep({ chart }: Workspace): string | null {
  const { history } = chart.getState();
  return history.steps[history.position - 1]?.id ?? null;
}
