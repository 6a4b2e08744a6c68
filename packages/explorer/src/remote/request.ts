import type { TypedDocumentString } from './generated/documents.ts';
import { askPatiently } from './patience.ts';
import { readCode, RemoteError } from './remoteError.ts';
import { session, sessionHeaders } from './session.ts';

interface Answer<TResult> {
  readonly data?: TResult | null;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown; readonly fields?: readonly { readonly path?: unknown }[] };
}

/** What the generator says of a document beside its text. */
interface Meta {
  readonly id: string;
  readonly operation: string;
}

/**
 * Sends one operation as the viewer of the session. The only place of the explorer that fetches. While the service is
 * busy it waits as long as that says, and asks again a few times.
 * @throws RemoteError for everything but an abort, which passes through.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TResult> {
  return askPatiently(() => ask(document, variables, signal), signal);
}

/** Documents that the service does not know by their id: it was started anew with another build, or is a development server. */
const sentAsText = new Set<string>();

async function ask<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal: AbortSignal | undefined,
): Promise<TResult> {
  const { id, operation } = document.__meta__ as Meta;
  const asked = sentAsText.has(id) ? { query: document.toString() } : { documentId: id };
  const response = await send(JSON.stringify({ ...asked, operationName: operation, variables }), signal);
  const requestId = response.headers.get('x-request-id');
  const answer = await readAnswer<TResult>(response, requestId);
  const error = answer.errors?.[0];
  if (error && 'documentId' in asked && isUnknownDocument(error)) {
    sentAsText.add(id);
    return ask(document, variables, signal);
  }
  if (error) {
    const code = readCode(error.extensions?.code);
    throw new RemoteError({ code, message: error.message, requestId, retryAfter: readRetryAfter(response) });
  }
  if (!answer.data) throw new RemoteError({ code: 'UNREADABLE', message: 'The service gave an empty answer', requestId });
  return answer.data;
}

function isUnknownDocument({ extensions }: AnswerError): boolean {
  return extensions?.fields?.[0]?.path === 'documentId';
}

const longestRetryAfter = 60;

function readRetryAfter({ status, headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return status === 503 && seconds >= 0 ? Math.min(seconds, longestRetryAfter) : null;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...sessionHeaders(session.getState()) },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RemoteError({ code: 'NO_CONNECTION', message: 'Linchpin cannot be reached', requestId: null });
  }
}

async function readAnswer<TResult>(response: Response, requestId: string | null): Promise<Answer<TResult>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer<TResult>;
  } catch {
    // A proxy in front of a service that is gone answers 502 or 504 with a page of its own.
    const isGone = response.status >= 502 || response.status === 500;
    throw new RemoteError({
      code: isGone ? 'NO_CONNECTION' : 'UNREADABLE',
      message: isGone ? 'Linchpin cannot be reached' : `The service answered ${response.status}, not GraphQL`,
      requestId,
    });
  }
}
