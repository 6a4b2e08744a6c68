import { LinchpinError } from '../model/errors.ts';
import type { OutagePatience } from '../store/ports/outagePatience.ts';

const patience = 300_000;

/**
 * An import that waits, for five minutes, while the database that it writes to is away, and says so on standard error.
 * @throws LinchpinError UNAVAILABLE, with what to do, where it does not come back
 */
export async function importPatiently<T>(
  work: (outage: OutagePatience) => Promise<T>,
  stream: Pick<NodeJS.WriteStream, 'write'> = process.stderr,
): Promise<T> {
  let isWaiting = false;
  const say = (line: string): void => void stream.write(`\n${line}\n`);
  const onOutage = (isAway: boolean): void => {
    isWaiting = isAway;
    say(
      isAway
        ? `The database does not answer. Waiting for it, up to ${patience / 60_000} minutes`
        : 'The database answers again. Going on',
    );
  };
  try {
    return await work({ patience, onOutage });
  } catch (error) {
    if (!isWaiting || !(error instanceof LinchpinError) || error.code !== 'UNAVAILABLE') throw error;
    const line = `The database did not come back within ${patience / 60_000} minutes. Run the import again: it goes on where it stopped`;
    throw new LinchpinError('UNAVAILABLE', line, [], { cause: error });
  }
}
