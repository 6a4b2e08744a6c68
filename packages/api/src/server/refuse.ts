import type { FastifyReply } from 'fastify';
import type { ErrorCode, FieldProblem } from '../model/errors.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
}

/** Answers in the shape of a GraphQL error, so that a client reads one shape whatever refused it. */
export function refuse(reply: FastifyReply, status: number, refusal: Refusal): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(refusalBody(refusal));
}

export function refusalBody({ code, message, fields = [] }: Refusal): object {
  return { errors: [{ message, extensions: { code, ...(fields.length > 0 && { fields }) } }] };
}
