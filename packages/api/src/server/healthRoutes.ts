import type { FastifyInstance } from 'fastify';
import type { Services } from '../gate/requestContext.ts';
import type { Metrics } from './metrics.ts';

const paths = new Set(['/healthz', '/readyz', '/metrics']);

/** Asked by machines under whatever name they have; tells nothing of the store. */
export function isHealthPath(url: string): boolean {
  return paths.has(url.split('?')[0]!);
}

export function addHealthRoutes(
  app: FastifyInstance,
  { metrics, services }: { readonly metrics: Metrics; readonly services: Pick<Services, 'work' | 'onFault'> },
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    try {
      await services.work.setting('secret');
      return { status: 'ready' };
    } catch (error) {
      services.onFault({ requestId: request.id, useCase: 'readyz', error });
      return reply.code(503).send({ status: 'the store does not answer' });
    }
  });
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
