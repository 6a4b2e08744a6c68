import { setTimeout as rest } from 'node:timers/promises';
import { LinchpinError, type ErrorCode, type FieldProblem } from '../model/errors.ts';

/** An answer over GraphQL. */
export interface GraphqlAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: ErrorCode; readonly fields?: readonly FieldProblem[] };
  }[];
}

export interface Patience {
  /** Milliseconds that one request may take: beyond it the server counts as away. */
  readonly request: number;
  /** Milliseconds for which a busy server, or one that went away, is asked again. */
  readonly busy: number;
  /** The same for one that has never answered: most likely the address is wrong. */
  readonly unknown: number;
  /** Longest pause between two tries, unless the server names a longer one. */
  readonly pause: number;
}

const usual: Patience = { request: 120_000, busy: 300_000, unknown: 8_000, pause: 10_000 };

/**
 * Posts to one server, and again after a pause while it is busy or away: after as many seconds as it says. Only for what
 * may be sent twice.
 */
export function postPatiently(endpoint: URL, headers: Readonly<Record<string, string>>, patience: Patience = usual) {
  let hasAnswered = false;

  async function post<T>(body: string): Promise<Reply<T>> {
    try {
      const response = await fetch(endpoint, { method: 'POST', headers, body, signal: AbortSignal.timeout(patience.request) });
      const answer = (await response.json()) as GraphqlAnswer<T>;
      hasAnswered = true;
      const isBusy = answer.errors?.[0]?.extensions?.code === 'UNAVAILABLE';
      return { answer, isFinal: !isBusy, askedPause: Number(response.headers.get('retry-after') ?? 0) * 1_000 };
    } catch (cause) {
      return { cause, isFinal: false, askedPause: 0 };
    }
  }

  /** The last answer there was. @throws LinchpinError UNAVAILABLE where there is none */
  return async <T>(body: string): Promise<GraphqlAnswer<T>> => {
    const begun = performance.now();
    for (let attempt = 1; ; attempt++) {
      const reply = await post<T>(body);
      const pause = Math.max(reply.askedPause, Math.min(patience.pause, 250 * 2 ** attempt));
      const left = begun + (hasAnswered ? patience.busy : patience.unknown) - performance.now();
      if (reply.isFinal || left < pause) return finish(endpoint, reply);
      await rest(pause);
    }
  };
}

interface Reply<T> {
  readonly answer?: GraphqlAnswer<T>;
  readonly cause?: unknown;
  /** Whether asking again would change nothing. */
  readonly isFinal: boolean;
  readonly askedPause: number;
}

function finish<T>(endpoint: URL, { answer, cause }: Reply<T>): GraphqlAnswer<T> {
  if (answer) return answer;
  throw new LinchpinError(
    'UNAVAILABLE',
    `${endpoint.origin} does not answer. Is the server running there? Run the import again: it goes on where it stopped`,
    [],
    { cause },
  );
}
