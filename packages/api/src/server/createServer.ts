import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Services } from '../gate/requestContext.ts';
import { buildGraphqlSchema } from './buildGraphqlSchema.ts';
import { contentPolicy } from './contentPolicy.ts';
import { addExplorerRoutes } from './explorerRoutes.ts';
import { addGraphiqlRoutes } from './graphiqlRoutes.ts';
import { addGraphqlRoutes } from './graphqlRoutes.ts';
import { guardBodies } from './guardBodies.ts';
import { foreignOrigin } from './guardOrigin.ts';
import { addHealthRoutes, isHealthPath } from './healthRoutes.ts';
import { addLiveRoutes } from './liveRoutes.ts';
import { requestLimits } from './limitRules.ts';
import { createMetrics } from './metrics.ts';
import { packing } from './packing.ts';
import { refuse } from './refuse.ts';
import { refuseBadRequest } from './refuseBadRequest.ts';
import { refuseWhileClosing } from './refuseWhileClosing.ts';
import type { ServerOptions } from './serverOptions.ts';

/** Everything the service answers over HTTP, not yet listening. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const metrics = createMetrics();
  if (options.services.analysis) metrics.watchAnalysis(options.services.analysis);
  const services: Services = {
    ...options.services,
    onPerformed: ({ useCase, outcome }) => metrics.countUseCase(useCase, outcome),
  };
  const app = fastify({
    logger: { level: options.logLevel, base: null, ...(options.logStream && { stream: options.logStream }) },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: requestLimits.bodyBytes,
    genReqId: () => randomUUID(),
    // Headers, then the whole request, must come in this time; a kept connection may be idle for so long.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    // Refused below, in the shape of every other error.
    return503OnClosing: false,
    // Idle connections end at once when the server closes; those that are being answered end with their answer.
    forceCloseConnections: 'idle',
  });
  app.server.maxConnections = options.bounds.connections;
  app.setErrorHandler(refuseBadRequest);
  app.addHook('onRequest', async (request, reply) => {
    if (isHealthPath(request.url)) return undefined;
    const problem = foreignOrigin(request.headers, options.publicHosts);
    return problem === null ? undefined : refuse(reply, 403, { code: 'NOT_PERMITTED', message: problem });
  });
  refuseWhileClosing(app);
  guardBodies(app);
  // Routes and times alone: addresses, headers and texts of requests can tell of people.
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.countResponse(route, reply.statusCode);
    const { method } = request;
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  await app.register(helmet, contentPolicy);
  await app.register(compress, packing);
  const schema = buildGraphqlSchema(options.services.vocabulary);
  addHealthRoutes(app, { metrics, services, metricsFor: options.bounds.metrics });
  await addGraphqlRoutes(app, { schema, metrics, options: { ...options, services } });
  addLiveRoutes(app, { schema, options });
  await addGraphiqlRoutes(app);
  await addExplorerRoutes(app, options.explorerFolder);
  return app;
}
