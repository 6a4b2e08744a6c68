/** The one family of errors. Thrown where a thing is known; translated at the adapter's edge, in formatError and in the explorer's client only. */
export const errorCodes = [
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'NOT_PERMITTED',
  'INVALID',
  'CONFLICT',
  'TOO_LARGE',
  'TOO_COSTLY',
  'UNAVAILABLE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with an input: where, what, and what would be right. Never carries a refused value. */
export interface FieldProblem {
  /** `records[2].properties[0].values[0]`. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
}

export class LinchpinError extends Error {
  override readonly name = 'LinchpinError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function invalid(fields: readonly FieldProblem[]): LinchpinError {
  const first = fields[0];
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  return new LinchpinError('INVALID', first ? `${first.path}: ${first.message}${more}` : 'Invalid input', fields);
}
