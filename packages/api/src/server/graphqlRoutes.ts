import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { GraphqlContext } from '../graphql/graphqlContext.ts';
import { answerBatch } from './answerBatch.ts';
import { answerOperation, type Answering } from './answerOperation.ts';
import { addFixedAnswer } from './fixedAnswers.ts';
import { formatError } from './formatError.ts';
import { graphqlRequests } from './graphqlRequest.ts';
import { limitRules, requestLimits } from './limitRules.ts';
import type { Metrics } from './metrics.ts';
import { readKnownDocuments } from './readKnownDocuments.ts';
import { refuse } from './refuse.ts';
import { requestDocuments } from './requestDocuments.ts';
import type { ServerOptions } from './serverOptions.ts';
import { Turns } from './turns/turns.ts';
import { UnreadAnswers } from './unreadAnswers.ts';
import { watchOperations } from './watchOperations.ts';

/** Milliseconds, from when the service is told to end, in which operations that wait may still get their turn. */
const lastTurns = 4_000;

interface Parts {
  readonly schema: GraphQLSchema;
  readonly metrics: Metrics;
  readonly options: ServerOptions;
}

/** `POST /graphql` and the schema's text. */
export async function addGraphqlRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { schema, options } = parts;
  const { bounds, explorerFolder } = options;
  const answering: Answering = {
    apollo: await startApollo(app, parts),
    turns: openTurns(app, parts),
    readDocument: requestDocuments(await readKnownDocuments(explorerFolder), bounds.documents),
  };
  const unread = new UnreadAnswers(bounds);
  const openContext = graphqlRequests(options);
  app.post('/graphql', async ({ headers, socket, id, body }, reply) => {
    const open = () => openContext({ headers, address: socket.remoteAddress }, id);
    const context = await open();
    const viewer = context.request.viewer?.id ?? '';
    unread.requireRoom(viewer);
    const asked = { headers: headerMap(headers), onGone: leaveWith(reply) };
    const refusal = Array.isArray(body) ? longBatch(body) : null;
    if (refusal) return refuse(reply, 400, refusal);
    const answer = Array.isArray(body)
      ? await answerBatch(body, async (one) => answerOperation(answering, { ...asked, body: one, context: await open() }))
      : await answerOperation(answering, { ...asked, body, context });
    unread.hold(viewer, answer.text.length, reply.raw);
    return reply.code(answer.status).headers(answer.headers).send(answer.text);
  });
  app.get('/graphql', async (_, reply) =>
    refuse(reply, 405, { code: 'INVALID', message: 'Send queries by POST, as JSON. A page to try them is at /graphiql' }),
  );
  addFixedAnswer(app, { url: '/schema.graphql', type: 'text/plain; charset=utf-8', content: `${printSchema(schema)}\n` });
}

async function startApollo(app: FastifyInstance, { schema, metrics }: Parts): Promise<ApolloServer<GraphqlContext>> {
  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    formatError: (formatted, error) => formatError(schema, formatted, error),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // The server drains itself (shutdown).
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: requestLimits.tokens },
    validationRules: [...limitRules],
    plugins: [ApolloServerPluginCacheControlDisabled(), watchOperations({ schema, metrics, log: app.log })],
    logger: app.log,
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  return apollo;
}

/** When the service ends, what waits still gets its turn for a while. */
function openTurns(app: FastifyInstance, { metrics, options }: Parts): Turns {
  const turns = new Turns(options.bounds, { onRefused: metrics.countRefusal });
  metrics.watchTurns(turns);
  app.addHook('preClose', async () => {
    turns.close();
    setTimeout(() => turns.refuseWaiting(), lastTurns).unref();
  });
  return turns;
}

/** Operations of one request that wait for their turn leave when its connection ends. */
function leaveWith(reply: FastifyReply): (leave: () => void) => void {
  const leaving: (() => void)[] = [];
  reply.raw.once('close', () => leaving.forEach((leave) => leave()));
  return (leave) => (reply.raw.closed ? leave() : leaving.push(leave));
}

function longBatch({ length }: readonly unknown[]): { readonly code: 'INVALID' | 'TOO_COSTLY'; readonly message: string } | null {
  if (length === 0) return { code: 'INVALID', message: 'The request holds no operation' };
  if (length <= requestLimits.batch) return null;
  const message = `A request may hold at most ${requestLimits.batch} operations; this one holds ${length}`;
  return { code: 'TOO_COSTLY', message };
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, String(value));
  return map;
}
