import { Neo4jError } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { LinchpinError } from '../../model/errors.ts';
import { isWorthRetrying, translateError } from './translateError.ts';

const failure = (code: string): Neo4jError =>
  new Neo4jError('words of the server with "values" in them', code, '50N42', 'failed');

test.each([
  ['ServiceUnavailable', /does not answer/],
  ['Neo.ClientError.Security.Unauthorized', /user or the password/],
  ['Neo.ClientError.Database.DatabaseNotFound', /NEO4J_DATABASE/],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', /too little memory/],
  ['Neo.TransientError.General.DatabaseUnavailable', /not ready/],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', /too long/],
])('%s becomes UNAVAILABLE with a line of ours and none of its words', (code, line) => {
  const translated = translateError(failure(code));
  expect(translated).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(line) });
  expect((translated as Error).message).not.toContain('values');
});

test('a mistake of the program stays what it is, and so does an error of ours', () => {
  const mistake = failure('Neo.ClientError.Statement.SyntaxError');
  expect(translateError(mistake)).toBe(mistake);
  const ours = new LinchpinError('NOT_FOUND', 'There is no such record.');
  expect(translateError(ours)).toBe(ours);
});

test('a lost connection is tried again; running out of memory is not, whatever the server says', () => {
  expect(isWorthRetrying(failure('ServiceUnavailable'))).toBe(true);
  expect(isWorthRetrying(failure('Neo.TransientError.Transaction.DeadlockDetected'))).toBe(true);
  expect(isWorthRetrying(failure('Neo.TransientError.General.MemoryPoolOutOfMemoryError'))).toBe(false);
  expect(isWorthRetrying(failure('Neo.ClientError.Schema.ConstraintValidationFailed'))).toBe(false);
});
