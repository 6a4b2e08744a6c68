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

/** Seconds after which whoever is refused only for now should come again. */
const comeAgain = 2;

/** For what may go through a little later. The connection ends: what else comes on it is not read. */
export function refuseForNow(reply: FastifyReply, why: string): FastifyReply {
  const message = `${why}. Try again in ${comeAgain} seconds`;
  const told = reply.header('retry-after', String(comeAgain)).header('connection', 'close');
  return refuse(told, 503, { code: 'UNAVAILABLE', message });
}

export function refusalBody({ code, message, fields = [] }: Refusal): object {
  return { errors: [{ message, extensions: { code, ...(fields.length > 0 && { fields }) } }] };
}
