import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestLimits } from './limitRules.ts';
import { refuse, refuseForNow } from './refuse.ts';

/** Bodies up to here are not counted: a question never has more. */
const smallBody = 65_536;

/** Bytes of larger bodies that may be on their way at the same time. */
const bytesAtOnce = 8 * requestLimits.bodyBytes;

/**
 * A body lies in memory until it is read: packed ones are refused, and of large ones only so much is taken in at the same
 * time. One that does not say its length is counted as the longest.
 */
export function guardBodies(app: FastifyInstance): void {
  let onTheirWay = 0;
  app.addHook('onRequest', async (request, reply) => {
    const { headers } = request;
    const packed = headers['content-encoding'];
    if (packed !== undefined && packed !== 'identity')
      return refuse(reply, 415, { code: 'INVALID', message: 'Send the request as it is, not packed' });
    const bytes = lengthOf(request);
    if (bytes <= smallBody) return undefined;
    if (onTheirWay + bytes > bytesAtOnce)
      return refuseForNow(reply, 'Linchpin is busy: too many large requests are on their way');
    onTheirWay += bytes;
    reply.raw.once('close', () => (onTheirWay -= bytes));
    return undefined;
  });
}

function lengthOf({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return requestLimits.bodyBytes;
  // What is longer is refused before it is read.
  return Math.min(Number(headers['content-length'] ?? 0) || 0, requestLimits.bodyBytes);
}
