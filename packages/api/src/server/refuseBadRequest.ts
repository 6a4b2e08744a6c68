import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { LinchpinError } from '../model/errors.ts';
import { describeFault } from './describeFault.ts';
import { requestLimits } from './limitRules.ts';
import { refuse } from './refuse.ts';
import { Busy } from './turns/busy.ts';

const megabytes = requestLimits.bodyBytes / 1_048_576;

/** What the HTTP layer itself refuses, in words, by the library's code. Anything else is written down and not told. */
export function refuseBadRequest(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Busy) void reply.header('retry-after', String(error.retryAfter));
  if (error instanceof LinchpinError) return refuse(reply, error.code === 'UNAVAILABLE' ? 503 : 400, error);
  const code = 'code' in error ? error.code : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse(reply, 413, { code: 'TOO_LARGE', message: `The request is too large: at most ${megabytes} MB` });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refuse(reply, 415, {
      code: 'INVALID',
      message: 'Send the request as JSON, with the header Content-Type: application/json',
    });
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status >= 400 && status < 500)
    return refuse(reply, status, {
      code: 'INVALID',
      message: 'The request cannot be read: a JSON body with a query is expected',
    });
  request.log.error({ fault: describeFault(error) }, 'A request failed');
  const message = `Linchpin cannot answer just now (request ${request.id}). Try again later`;
  return refuse(reply, 500, { code: 'UNAVAILABLE', message });
}
