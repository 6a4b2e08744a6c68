import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { LinchpinError, type ErrorCode } from '../model/errors.ts';
import { describeExpected } from './describeExpected.ts';
import { requestLimits } from './limitRules.ts';

/** Codes of the GraphQL server's own refusals, in our words. */
const translated: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'INVALID',
  GRAPHQL_VALIDATION_FAILED: 'INVALID',
  BAD_USER_INPUT: 'INVALID',
  BAD_REQUEST: 'INVALID',
  OPERATION_RESOLUTION_FAILURE: 'INVALID',
  PERSISTED_QUERY_NOT_SUPPORTED: 'INVALID',
  TOO_COSTLY: 'TOO_COSTLY',
};

/**
 * An error as callers see it: a message, `extensions.code` and, where input is at fault, `extensions.fields`.
 * What is not ours says nothing of itself; the log has it under the request's number.
 */
export function formatError(schema: GraphQLSchema, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const message = cut(formatted.message);
  if (cause instanceof LinchpinError) {
    const fields = cause.fields.length > 0 ? { fields: cause.fields } : {};
    return { message: cause.message, locations, path, extensions: { code: cause.code, ...fields } };
  }
  const code = refusalCode(error);
  if (code === 'TOO_COSTLY') return { message: readableBound(message) ?? message, locations, extensions: { code } };
  if (code !== null) return { message, locations, path, extensions: { code, fields: fieldsOf(schema, { message, locations }) } };
  return { message: 'Linchpin cannot answer just now. Try again later', path, extensions: { code: 'UNAVAILABLE' } };
}

/** Code of an error that GraphQL itself raised about a request; null for errors from within. */
export function refusalCode(error: unknown): ErrorCode | null {
  if (!(error instanceof GraphQLError)) return null;
  const original = error.originalError instanceof GraphQLError ? error.originalError : error;
  if (original.extensions['code'] === 'TOO_COSTLY' || readableBound(error.message) !== null) return 'TOO_COSTLY';
  return translated[String(error.extensions['code'])] ?? null;
}

/** Bounds of the GraphQL library itself have no code, only these words. */
function readableBound(message: string): string | null {
  if (message.startsWith('Syntax Error: Document contains more th'))
    return `The query is too long: at most ${requestLimits.tokens} words and signs`;
  return message === 'Validation aborted.' ? 'The query asks for the same fields too many times over' : null;
}

const longestMessage = 500;

/** The library repeats what was wrong, however long it is. What came in half is no text that can be sent. */
function cut(message: string): string {
  return (message.length > longestMessage ? `${message.slice(0, longestMessage)}...` : message).replaceAll(
    /[\ud800-\udfff]/gu,
    '\ufffd',
  );
}

/** `Variable "$input" got invalid value 1 at "input.records[0].kind"; ...` tells where. */
function fieldsOf(schema: GraphQLSchema, { message, locations }: Pick<GraphQLFormattedError, 'message' | 'locations'>): object[] {
  const [at] = locations ?? [];
  const path = / at "([^"]+)"/.exec(message)?.[1] ?? (at ? `line ${at.line}, column ${at.column}` : 'query');
  return [{ path, message, expected: describeExpected(schema, message) }];
}
