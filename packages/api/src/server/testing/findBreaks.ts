import {
  buildASTSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  parse,
  type GraphQLSchema,
} from 'graphql';

/** What callers of a contract would lose with a schema, or find changed, as sentences. Additions are no loss. */
export function findBreaks(contract: string, served: GraphQLSchema): string[] {
  const promised = buildASTSchema(parse(contract));
  const defaults = findDangerousChanges(promised, served).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  return [...findBreakingChanges(promised, served), ...defaults].map(({ description }) => description);
}
