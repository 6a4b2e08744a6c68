import { Neo4jError } from 'neo4j-driver';
import { LinchpinError } from '../../model/errors.ts';
import { Silence } from './pulse.ts';

const noAnswer = 'Neo4j does not answer. See that it runs and that NEO4J_URI names it.';
const tooLong = 'Neo4j took too long and was stopped. Ask for less, or try again.';
/** Of a write whose commit was sent and never answered: both are possible. */
const unknownFate =
  'Neo4j stopped answering while this was being written: it may be written, or not. Send it again with the same idempotency key and it is written once.';

/** Codes of the driver and the server, longest first match, and what to tell. Never by their words: those change and may quote values. */
const sentences: readonly (readonly [string, string])[] = [
  ['ServiceUnavailable', noAnswer],
  // The driver's own: no connection could be had in time.
  ['N/A', noAnswer],
  ['SessionExpired', 'The connection to Neo4j was lost. Try again.'],
  ['Neo.ClientError.Security', 'Neo4j refuses the user or the password. See NEO4J_USER and NEO4J_PASSWORD.'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'Neo4j has no database of that name. See NEO4J_DATABASE.'],
  [
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo4j has too little memory for so much at once. Ask for less, or give it more.',
  ],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'Neo4j is busy with other writes. Try again.'],
  ['Neo.ClientError.Transaction.TransactionTimedOut', tooLong],
  ['Neo.ClientError.Transaction.LockClientStopped', tooLong],
  ['Neo.TransientError', 'Neo4j is not ready. Try again in a moment.'],
  ['Neo.DatabaseError', 'Neo4j failed. Its log says why.'],
];

/** An error of the driver as ours; everything else is a mistake of the program and stays what it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof Silence)
    return new LinchpinError('UNAVAILABLE', error.of === 'the work' ? tooLong : noAnswer, [], { cause: error });
  if (error instanceof LinchpinError || !(error instanceof Neo4jError)) return error;
  const line = sentences.find(([prefix]) => error.code.startsWith(prefix))?.[1];
  return line === undefined ? error : new LinchpinError('UNAVAILABLE', line, [], { cause: error });
}

/** The server could not be reached, or the connection to it broke: nobody knows what became of what was sent. */
export function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof Silence ||
    (error instanceof Neo4jError && ['ServiceUnavailable', 'SessionExpired', 'N/A'].includes(error.code))
  );
}

/** The same of what `translateError` or `fateUnknown` made of it. */
export function isOutage(error: unknown): boolean {
  return error instanceof LinchpinError && isOutOfReach(error.cause);
}

/** What a write is answered that was sent and whose fate nobody told. */
export function fateUnknown(cause: unknown): LinchpinError {
  return new LinchpinError('UNAVAILABLE', unknownFate, [], { cause });
}

/** Whether less at once may succeed: of an error of the driver, or what `translateError` made of it. */
export function isOutOfMemory(error: unknown): boolean {
  const cause = error instanceof LinchpinError ? error.cause : error;
  return cause instanceof Neo4jError && cause.code.endsWith('MemoryPoolOutOfMemoryError');
}

/** Whether the server ended it because it took too long; nothing of it is there. */
export function isTimedOut(error: unknown): boolean {
  const cause = error instanceof LinchpinError ? error.cause : error;
  return cause instanceof Neo4jError && cause.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut');
}

/** Whether the same work may succeed when tried again. The server marks running out of memory so, which it is not. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof Neo4jError && error.retriable && !isOutOfMemory(error);
}
