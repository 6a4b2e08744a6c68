import {
  getNamedType,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { limits } from '../model/paging.ts';

/** Lists without a limit of their own are short: properties, agencies, link counts. */
const usualLength = 5;

/** What the store has to do for these, whatever they answer, in objects that it could answer with instead. */
const workOf: Readonly<Record<string, number>> = { paths: 4_000, commonNeighbours: 1_000, overlaps: 500, search: 100 };

export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/**
 * How much an answer may hold: objects count one each, and what lies in a list counts as often as the list is long.
 * Infinite where the query itself has too many fields, fragments unfolded, to be weighed.
 */
export function costOf({ schema, query, operationName, variables }: CostQuestion): number {
  try {
    const estimators = [estimateWith(countSubmitted(query, variables))];
    return getComplexity({ schema, query, operationName, variables, estimators, maxQueryNodes: 20_000 });
  } catch (error) {
    if (error instanceof GraphQLError) return Infinity;
    throw error;
  }
}

function estimateWith(submitted: number): ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    if (isLeafType(getNamedType(field.type))) return 0;
    const isSubmitted = type.name === 'SubmitReportPayload' && field.name === 'entities';
    const length = isSubmitted ? submitted : lengthOf(field.name, field.type, args);
    return 1 + (workOf[field.name] ?? 0) + length * Math.max(childComplexity, 1);
  };
}

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

/** Records of the largest submission: its payload answers with an entity for each. They lie in the variables or in the text. */
function countSubmitted(query: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const lengths = Object.values(variables).map(recordsOf);
  visit(query, {
    ObjectField({ name, value }) {
      if (name.value === 'records' && value.kind === Kind.LIST) lengths.push(value.values.length);
    },
  });
  // A report of more is refused by the use-case, with the bound.
  return Math.min(Math.max(1, ...lengths), limits.reportRecords);
}

function recordsOf(variable: unknown): number {
  if (typeof variable !== 'object' || variable === null) return 0;
  const records: unknown = 'records' in variable ? variable.records : variable;
  return Array.isArray(records) ? records.length : 0;
}
