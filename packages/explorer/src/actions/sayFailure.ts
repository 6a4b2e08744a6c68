import { RemoteError } from '../remote/remoteError.ts';
import type { Workspace } from './workspace.ts';

interface Failed {
  /** A sentence without full stop: "Dorian Pell could not be expanded". */
  readonly what: string;
  readonly signal: AbortSignal;
  readonly again: () => void;
}

/** Says what failed and that the chart is safe. What was stopped on purpose has not failed. */
export function sayFailure({ say }: Workspace, error: unknown, { what, signal, again }: Failed): void {
  if (signal.aborted) return;
  const detail = error instanceof RemoteError ? wordsOf(error) : 'Something unexpected went wrong in this page';
  say({ text: `${what}. The chart is as it was.`, detail, tone: 'failure', actions: [{ label: 'Try again', run: again }] });
}

/** Nobody can look up a code for a service that did not answer. */
function wordsOf({ code, message }: RemoteError): string {
  return code === 'NO_CONNECTION' ? message : `${message} (${code})`;
}
