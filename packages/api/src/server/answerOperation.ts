import type { ApolloServer, HeaderMap } from '@apollo/server';
import { entriesWritten, gatherEntries } from '../gate/pendingEntries.ts';
import type { GraphqlContext } from '../graphql/graphqlContext.ts';
import { LinchpinError } from '../model/errors.ts';
import { requestLimits } from './limitRules.ts';
import { refusalBody } from './refuse.ts';
import type { ReadDocument } from './requestDocuments.ts';
import { Busy } from './turns/busy.ts';
import type { TurnRequest, Turns } from './turns/turns.ts';

/** One operation's answer, ready to be sent. */
export interface OperationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly text: string;
}

export interface Answering {
  readonly apollo: ApolloServer<GraphqlContext>;
  readonly turns: Turns;
  readonly readDocument: (body: unknown) => ReadDocument;
}

export interface OperationRequest {
  readonly body: unknown;
  readonly headers: HeaderMap;
  readonly context: GraphqlContext;
  readonly onGone?: TurnRequest['onGone'];
}

export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Waits for its turn, answers, and gives the answer away only when all it did is in the audit log. */
export async function answerOperation(answering: Answering, request: OperationRequest): Promise<OperationAnswer> {
  try {
    const { body, lane } = answering.readDocument(request.body);
    const viewer = request.context.request.viewer?.id ?? '';
    const endTurn = await answering.turns.take({ viewer, lane, onGone: request.onGone });
    try {
      return await run(answering.apollo, { ...request, body });
    } finally {
      endTurn();
    }
  } catch (error) {
    if (error instanceof LinchpinError) return refusal(error);
    throw error;
  }
}

async function run(apollo: ApolloServer<GraphqlContext>, { body, headers, context }: OperationRequest): Promise<OperationAnswer> {
  gatherEntries(context.request);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => context,
  });
  await entriesWritten(context.request);
  // Answers in parts are for @defer and @stream, which the schema does not have.
  const text = answer.body.kind === 'complete' ? answer.body.string : '';
  if (text.length > requestLimits.answerBytes) throw tooLarge(text.length);
  return { status: answer.status ?? 200, headers: { ...jsonHeaders, ...Object.fromEntries(answer.headers) }, text };
}

function refusal(error: LinchpinError): OperationAnswer {
  const isPassing = error.code === 'UNAVAILABLE';
  const retryAfter: Record<string, string> = error instanceof Busy ? { 'retry-after': String(error.retryAfter) } : {};
  return { status: isPassing ? 503 : 400, headers: { ...jsonHeaders, ...retryAfter }, text: JSON.stringify(refusalBody(error)) };
}

function tooLarge(length: number): LinchpinError {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;
  const most = megabytes(requestLimits.answerBytes);
  return new LinchpinError('TOO_LARGE', `The answer would have ${megabytes(length)}, and at most ${most} are sent at once`, [
    { path: 'query', message: 'The answer is too large', expected: 'shorter pages, or fewer nested lists' },
  ]);
}
