import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { LinchpinError } from '../model/errors.ts';

/** Codes of the GraphQL server's own refusals, in our words. */
const translated: Readonly<Record<string, string>> = {
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
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  if (cause instanceof LinchpinError) {
    const fields = cause.fields.length > 0 ? { fields: cause.fields } : {};
    return { message: cause.message, locations, path, extensions: { code: cause.code, ...fields } };
  }
  const code = isGraphqlRefusal(cause) ? translated[String(formatted.extensions?.['code'])] : undefined;
  if (code === 'TOO_COSTLY') return { message: formatted.message, locations, extensions: { code } };
  if (code !== undefined)
    return { message: formatted.message, locations, path, extensions: { code, fields: fieldsOf(formatted) } };
  return { message: 'Linchpin cannot answer just now. Try again later', path, extensions: { code: 'UNAVAILABLE' } };
}

/** Errors that GraphQL itself raises about a request, before or beside our resolvers. */
export function isGraphqlRefusal(error: unknown): boolean {
  return error instanceof GraphQLError && error.originalError == null && String(error.extensions['code']) in translated;
}

/** `Variable "$input" got invalid value 1 at "input.records[0].kind"; ...` tells where. */
function fieldsOf({ message, locations }: GraphQLFormattedError): object[] {
  const [at] = locations ?? [];
  const path = / at "([^"]+)"/.exec(message)?.[1] ?? (at ? `line ${at.line}, column ${at.column}` : 'query');
  return [{ path, message, expected: 'what /schema.graphql describes' }];
}
