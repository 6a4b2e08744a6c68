import type { FastifyInstance } from 'fastify';
import { refuseForNow } from './refuse.ts';

/** Milliseconds between two looks for connections that have nothing more to do. */
const look = 50;

/** While the server ends: what is new is refused, what is being answered is finished, and its connection let go. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    // An answer that was begun before keeps its connection open, and the server with it.
    const looking = setInterval(() => app.server.closeIdleConnections(), look);
    looking.unref();
    app.server.once('close', () => clearInterval(looking));
  });
  app.addHook('onRequest', async (_, reply) => (isClosing ? refuseForNow(reply, 'Linchpin is being restarted') : undefined));
  app.addHook('onSend', async (_, reply) => void (isClosing && reply.header('connection', 'close')));
}
