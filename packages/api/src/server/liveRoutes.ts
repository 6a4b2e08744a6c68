import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { foreignOrigin } from './guardOrigin.ts';
import type { ServerOptions } from './serverOptions.ts';

const noneYet = 'No subscription is offered by this version. Queries and mutations go to POST /graphql';

/** Operations here do not pass through the GraphQL server and its limits: nothing but subscriptions, and there are none. */
const refusal = new GraphQLError(noneYet, { extensions: { code: 'INVALID' } });

/** `/graphql/stream` (graphql-sse) and `/graphql` (graphql-ws): they answer by their protocols and refuse cleanly. */
export function addLiveRoutes(
  app: FastifyInstance,
  { schema, options }: { readonly schema: GraphQLSchema; readonly options: ServerOptions },
): void {
  const stream = createHandler({ schema, onSubscribe: () => ({ data: null, errors: [refusal] }) });
  app.route({ method: ['GET', 'POST', 'PUT', 'DELETE'], url: '/graphql/stream', handler: stream });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536, path: '/graphql' });
  const live = useServer({ schema, onSubscribe: () => [refusal], connectionInitWaitTimeout: 5_000 }, sockets);
  app.server.on('upgrade', (request, socket: Duplex, head) => {
    if (!sockets.shouldHandle(request) || foreignOrigin(request.headers, options.publicHosts) !== null) {
      turnAway(socket);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request));
  });
  app.addHook('preClose', async () => live.dispose());
}

/** The HTTP server has let go of the socket: an error nobody hears would end the process, and an open one keep it. */
function turnAway(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
}
