import { LinchpinError, type ErrorCode, type FieldProblem } from '../../../model/errors.ts';

/** An error as plain data, on its way from one thread to another. */
export interface CarriedError {
  /** Null: none of ours. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  readonly stack: string | undefined;
  readonly cause: CarriedError | null;
}

export function packError(error: unknown): CarriedError {
  const isOurs = error instanceof LinchpinError;
  const isError = error instanceof Error;
  return {
    code: isOurs ? error.code : null,
    message: isError ? error.message : String(error),
    fields: isOurs ? error.fields : [],
    stack: isError ? error.stack : undefined,
    cause: isError && error.cause !== undefined ? packError(error.cause) : null,
  };
}

/** The error as it was; its stack tells where in the thread it began. */
export function unpackError({ code, message, fields, stack, cause }: CarriedError): Error {
  const options = cause === null ? undefined : { cause: unpackError(cause) };
  const error = code === null ? new Error(message, options) : new LinchpinError(code, message, fields, options);
  if (stack !== undefined) error.stack = stack;
  return error;
}
