import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { getVariableValues, GraphQLError, OperationTypeNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphqlContext } from '../graphql/graphqlContext.ts';
import { LinchpinError } from '../model/errors.ts';
import { describeFault } from './describeFault.ts';
import { refusalCode } from './formatError.ts';
import { requestLimits, tooCostly } from './limitRules.ts';
import type { Metrics } from './metrics.ts';
import { rememberCosts } from './rememberCosts.ts';

interface Watching {
  readonly schema: GraphQLSchema;
  readonly metrics: Metrics;
  readonly log: FastifyBaseLogger;
}

/** Weighs each operation before it runs, times it, and writes down errors that are not ours. */
export function watchOperations({ schema, metrics, log }: Watching): ApolloServerPlugin<GraphqlContext> {
  const weigh = rememberCosts();
  return {
    async requestDidStart() {
      const started = performance.now();
      let operation = 'refused';
      return {
        async didResolveOperation({ document, operation: asked, operationName, request }) {
          if (!asked) return;
          if (asked.operation === OperationTypeNode.SUBSCRIPTION) throw noSubscription();
          operation = rootField(schema, asked);
          const variables = request.variables ?? {};
          const cost = weigh({ schema, query: document, operationName: operationName ?? undefined, variables });
          // Wrong variables cannot be weighed; they are refused, with their place, when the operation runs.
          if (cost > requestLimits.cost && !getVariableValues(schema, asked.variableDefinitions ?? [], variables).errors)
            throw costly(cost);
        },
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const cause = unwrapResolverError(error);
            if (cause instanceof LinchpinError || refusalCode(error) !== null) continue;
            log.error(
              { requestId: contextValue.request.requestId, operation, fault: describeFault(cause) },
              'An operation failed',
            );
          }
        },
        async willSendResponse({ response }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          metrics.observeOperation(operation, performance.now() - started);
          for (const { extensions } of errors) metrics.countError(operation, codeOf(extensions));
        },
      };
    },
  };
}

/** Without words of its own the library's refusal would look like a fault of ours. */
function noSubscription(): GraphQLError {
  return new GraphQLError('Subscriptions are answered at /graphql/stream and by WebSocket', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

function costly(cost: number): GraphQLError {
  if (cost === Infinity) return tooCostly('The query unfolds into too many fields. Ask for fewer at a time');
  return tooCostly(
    `The query asks for too much: cost ${cost}, at most ${requestLimits.cost}. Ask for shorter pages or fewer nested lists`,
  );
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'UNAVAILABLE';
}

/** First field of the operation, by the schema's own name: what clients call it would be a label without end. */
function rootField(schema: GraphQLSchema, operation: OperationDefinitionNode): string {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const named = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection.name.value] : [],
  );
  return named.find((name) => Object.hasOwn(fields, name)) ?? 'other';
}
