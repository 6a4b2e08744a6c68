/** Codes of the service, and two of ours: the service cannot be reached, or answered something that is not GraphQL. */
export type RemoteCode =
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'NOT_PERMITTED'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'TOO_COSTLY'
  | 'UNAVAILABLE'
  | 'NO_CONNECTION'
  | 'UNREADABLE';

export interface RemoteFailure {
  readonly code: RemoteCode;
  readonly message: string;
  readonly requestId: string | null;
  readonly at: Date;
  /** Seconds after which the service says to ask again: it was too busy to begin. */
  readonly retryAfter: number | null;
}

/** Every failed read or write ends up as one of these. The message is a sentence for people. */
export class RemoteError extends Error implements RemoteFailure {
  override readonly name = 'RemoteError';
  readonly code: RemoteCode;
  readonly requestId: string | null;
  readonly at: Date;
  readonly retryAfter: number | null;

  constructor(failure: Pick<RemoteFailure, 'code' | 'message' | 'requestId'> & Partial<RemoteFailure>, at = new Date()) {
    super(failure.message);
    this.code = failure.code;
    this.requestId = failure.requestId;
    this.at = at;
    this.retryAfter = failure.retryAfter ?? null;
  }

  /** Whether asking the same again may succeed. */
  get isPassing(): boolean {
    return this.code === 'NO_CONNECTION' || this.code === 'UNAVAILABLE' || this.code === 'UNREADABLE';
  }
}

const codes = new Set<string>([
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'NOT_PERMITTED',
  'INVALID',
  'CONFLICT',
  'TOO_LARGE',
  'TOO_COSTLY',
  'UNAVAILABLE',
]);

export function readCode(code: unknown): RemoteCode {
  if (typeof code !== 'string') return 'UNREADABLE';
  if (codes.has(code)) return code as RemoteCode;
  return code === 'BAD_USER_INPUT' || code === 'GRAPHQL_VALIDATION_FAILED' ? 'INVALID' : 'UNAVAILABLE';
}
