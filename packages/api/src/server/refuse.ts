import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../model/errors.ts';

/** Answers in the shape of a GraphQL error, so that a client reads one shape whatever refused it. */
export function refuse(
  reply: FastifyReply,
  status: number,
  { code, message }: { readonly code: ErrorCode; readonly message: string },
): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
