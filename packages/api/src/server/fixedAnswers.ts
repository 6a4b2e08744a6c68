import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

export interface FixedAnswer {
  readonly url: string;
  readonly type: string;
  readonly content: string | Buffer;
}

/** An answer that is the same until the service starts anew: whoever has it already is told so. */
export function addFixedAnswer(app: FastifyInstance, { url, type, content }: FixedAnswer): void {
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  app.get(url, async (request, reply) => {
    void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(content);
  });
}
