/** What the service answered: data, or the code of the first error. */
export interface Answer<T> {
  readonly data: T | null;
  readonly code: string | null;
  readonly message: string | null;
}

interface Body<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const longest = 60_000;

/**
 * Asks the GraphQL API as a demo person.
 * @throws Error where no answer comes: the connection was refused, cut, or silent for a minute
 */
export async function ask<T>(
  address: string,
  { query, variables, viewer = 'investigator1' }: { query: string; variables?: object; viewer?: string },
): Promise<Answer<T>> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'linchpin-demo-viewer': viewer },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(longest),
  });
  const body = (await response.json()) as Body<T>;
  const error = body.errors?.[0];
  return {
    data: body.data ?? null,
    code: error ? (error.extensions?.code ?? 'NONE') : null,
    message: error?.message ?? null,
  };
}
