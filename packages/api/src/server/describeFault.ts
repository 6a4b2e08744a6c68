import { LinchpinError } from '../model/errors.ts';

/** What the log keeps of an error that is not ours. */
export interface Fault {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** Where it was thrown, innermost first. */
  readonly at?: readonly string[];
  readonly cause?: Fault;
}

/**
 * An error for the log, without what it may say of people: drivers and parsers quote values in their messages, so only
 * messages that never do are kept.
 */
export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = error.stack?.split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
  return {
    name: error.name,
    code,
    message: quotesNothing(error, code) ? error.message : undefined,
    at,
    cause: error.cause === undefined ? undefined : describeFault(error.cause),
  };
}

function quotesNothing(error: Error, code: string | undefined): boolean {
  return (
    error instanceof LinchpinError ||
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    (code?.startsWith('SQLITE_') ?? false)
  );
}
