import type { FastifyInstance } from 'fastify';
import type { Services } from '../gate/requestContext.ts';
import { isFromHere } from './findRequestViewer.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refuse.ts';
import type { ServerBounds } from './serverBounds.ts';

const localAlone = 'Metrics are answered to this machine alone; LINCHPIN_METRICS=published opens them';

const paths = new Set(['/healthz', '/readyz', '/metrics']);

/** Asked by machines under whatever name they have; tells nothing of the store. */
export function isHealthPath(url: string): boolean {
  return paths.has(url.split('?')[0]!);
}

interface HealthParts {
  readonly metrics: Metrics;
  readonly services: Pick<Services, 'work' | 'onFault'>;
  readonly metricsFor: ServerBounds['metrics'];
}

export function addHealthRoutes(app: FastifyInstance, { metrics, services, metricsFor }: HealthParts): void {
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
  // How much is asked and taken in tells of the work of agencies: not for whoever can reach the port.
  app.get('/metrics', async ({ headers, socket }, reply) => {
    if (metricsFor === 'local' && !isFromHere({ headers, address: socket.remoteAddress }))
      return refuse(reply, 403, { code: 'NOT_PERMITTED', message: localAlone });
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
