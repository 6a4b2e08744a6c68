import { vi } from 'vitest';

export interface Call {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Headers;
}

interface Asked {
  readonly operationName: string;
  readonly variables: Record<string, unknown>;
}

type Answer = (variables: Record<string, unknown>) => unknown;

/**
 * Stands in for the service: answers each operation by its name. A thrown `Error` becomes a GraphQL error with its `code`;
 * an operation without an answer is a service that cannot be reached.
 */
export function serve(answers: Readonly<Record<string, Answer>>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const { operationName: operation, variables } = JSON.parse(init.body as string) as Asked;
    calls.push({ operation, variables, headers: new Headers(init.headers) });
    const answer = answers[operation];
    if (!answer) throw new TypeError('fetch failed');
    try {
      return new Response(JSON.stringify({ data: answer(variables) }));
    } catch (error) {
      const { message, code } = error as Error & { code?: string };
      return new Response(JSON.stringify({ errors: [{ message, extensions: { code } }] }), {
        headers: { 'x-request-id': 'r-1' },
      });
    }
  });
  return calls;
}

export function failWith(code: string, message: string): Answer {
  return () => {
    throw Object.assign(new Error(message), { code });
  };
}
