import { LinchpinError } from '../../model/errors.ts';

/** Too much is asked at the same time. Nothing of the operation was begun: it can be sent again as it is. */
export class Busy extends LinchpinError {
  constructor(
    message: string,
    /** Seconds after which asking again makes sense. */
    readonly retryAfter: number,
  ) {
    super('UNAVAILABLE', `${message}. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}`);
  }
}
