import type { TypedDocumentString } from './generated/documents.ts';
import { readCode, RemoteError } from './remoteError.ts';
import { session, sessionHeaders } from './session.ts';

interface Answer<TResult> {
  readonly data?: TResult | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/**
 * Sends one operation as the viewer of the session. The only place of the explorer that fetches.
 * @throws RemoteError for everything but an abort, which passes through.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TResult> {
  const response = await send(JSON.stringify({ query: document.toString(), variables }), signal);
  const requestId = response.headers.get('x-request-id');
  const answer = await readAnswer<TResult>(response, requestId);
  const error = answer.errors?.[0];
  if (error) throw new RemoteError({ code: readCode(error.extensions?.code), message: error.message, requestId });
  if (!answer.data) throw new RemoteError({ code: 'UNREADABLE', message: 'The service gave an empty answer', requestId });
  return answer.data;
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
