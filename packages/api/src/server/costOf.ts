import {
  getNamedType,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { limits } from '../model/paging.ts';

/** Lists without a limit of their own are short: properties, agencies, link counts. */
const usualLength = 5;

/**
 * How much an answer may hold: objects count one each, and what lies in a list counts as often as the list is long.
 * Infinite where the query itself has too many fields, fragments unfolded, to be weighed.
 */
export function costOf(question: {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}): number {
  try {
    return getComplexity({ ...question, estimators: [estimate], maxQueryNodes: 20_000 });
  } catch (error) {
    if (error instanceof GraphQLError) return Infinity;
    throw error;
  }
}

const estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (isLeafType(getNamedType(field.type))) return 0;
  return 1 + lengthOf(field.name, field.type, args) * Math.max(childComplexity, 1);
};

function lengthOf(name: string, type: GraphQLOutputType, args: Readonly<Record<string, unknown>>): number {
  const asked = args['first'] ?? args['limit'] ?? args['count'];
  // What is out of bounds is refused by the use-case, with the bound.
  if (typeof asked === 'number') return Math.min(Math.max(asked, 1), limits.page);
  if (!isList(type)) return 1;
  // A page's length was counted where it was asked for: `first` of the connection, `limit` of the expansion.
  if (['edges', 'entities', 'bundles', 'paths'].includes(name) && args['ids'] === undefined) return 1;
  return Array.isArray(args['ids']) ? Math.max(args['ids'].length, 1) : usualLength;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
