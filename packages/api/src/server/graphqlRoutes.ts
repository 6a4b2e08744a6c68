import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { GraphqlContext } from '../graphql/graphqlContext.ts';
import { formatError } from './formatError.ts';
import { graphqlRequests } from './graphqlRequest.ts';
import { limitRules, requestLimits } from './limitRules.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refuse.ts';
import type { ServerOptions } from './serverOptions.ts';
import { watchOperations } from './watchOperations.ts';

/** `POST /graphql` and the schema's text. */
export async function addGraphqlRoutes(
  app: FastifyInstance,
  { schema, metrics, options }: { readonly schema: GraphQLSchema; readonly metrics: Metrics; readonly options: ServerOptions },
): Promise<void> {
  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    formatError: (formatted, error) => formatError(schema, formatted, error),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: true,
    // The server drains itself (shutdown).
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: requestLimits.tokens },
    validationRules: [...limitRules],
    plugins: [ApolloServerPluginCacheControlDisabled(), watchOperations({ schema, metrics, log: app.log })],
    logger: app.log,
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const openContext = graphqlRequests(options);
  app.route({
    method: 'POST',
    url: '/graphql',
    preHandler: async (request, reply) => refuseLongBatch(request.body, reply),
    handler: fastifyApolloHandler(apollo, {
      context: ({ headers, socket, id }) => openContext({ headers, address: socket.remoteAddress }, id),
    }),
  });
  app.get('/graphql', async (_, reply) =>
    refuse(reply, 405, { code: 'INVALID', message: 'Send queries by POST, as JSON. A page to try them is at /graphiql' }),
  );
  const text = `${printSchema(schema)}\n`;
  app.get('/schema.graphql', async (_, reply) => reply.type('text/plain; charset=utf-8').send(text));
}

function refuseLongBatch(body: unknown, reply: FastifyReply): FastifyReply | undefined {
  if (!Array.isArray(body) || body.length <= requestLimits.batch) return undefined;
  const message = `A request may hold at most ${requestLimits.batch} operations; this one holds ${body.length}`;
  return refuse(reply, 400, { code: 'TOO_COSTLY', message });
}
