import { Neo4jError } from 'neo4j-driver';
import { LinchpinError } from '../../model/errors.ts';

/** Codes of the driver and the server, longest first match, and what to tell. Never by their words: those change and may quote values. */
const sentences: readonly (readonly [string, string])[] = [
  ['ServiceUnavailable', 'Neo4j does not answer. See that it runs and that NEO4J_URI names it.'],
  // The driver's own: no connection could be had in time.
  ['N/A', 'Neo4j does not answer. See that it runs and that NEO4J_URI names it.'],
  ['SessionExpired', 'The connection to Neo4j was lost. Try again.'],
  ['Neo.ClientError.Security', 'Neo4j refuses the user or the password. See NEO4J_USER and NEO4J_PASSWORD.'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'Neo4j has no database of that name. See NEO4J_DATABASE.'],
  [
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo4j has too little memory for so much at once. Ask for less, or give it more.',
  ],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'Neo4j is busy with other writes. Try again.'],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'Neo4j took too long and was stopped. Ask for less, or try again.'],
  ['Neo.ClientError.Transaction.LockClientStopped', 'Neo4j took too long and was stopped. Ask for less, or try again.'],
  ['Neo.TransientError', 'Neo4j is not ready. Try again in a moment.'],
  ['Neo.DatabaseError', 'Neo4j failed. Its log says why.'],
];

/** An error of the driver as ours; everything else is a mistake of the program and stays what it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof LinchpinError || !(error instanceof Neo4jError)) return error;
  const line = sentences.find(([prefix]) => error.code.startsWith(prefix))?.[1];
  return line === undefined ? error : new LinchpinError('UNAVAILABLE', line, [], { cause: error });
}

/** Whether less at once may succeed: of an error of the driver, or what `translateError` made of it. */
export function isOutOfMemory(error: unknown): boolean {
  const cause = error instanceof LinchpinError ? error.cause : error;
  return cause instanceof Neo4jError && cause.code.endsWith('MemoryPoolOutOfMemoryError');
}

/** Whether the same work may succeed when tried again. The server marks running out of memory so, which it is not. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof Neo4jError && error.retriable && !isOutOfMemory(error);
}
