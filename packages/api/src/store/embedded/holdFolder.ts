import { join } from 'node:path';
import Database from 'libsql';
import { LinchpinError } from '../../model/errors.ts';
import { makeFolder } from './makeFolder.ts';

/**
 * Holds a data folder for this process alone, by a lock that the system lets go when the process ends, however it
 * ends. Gives what lets it go.
 * @throws LinchpinError UNAVAILABLE when another process holds it, or it cannot be written.
 */
export function holdFolder(folder: string): () => void {
  const lock = openLock(folder);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw explain(error, folder);
  }
  return () => lock.close();
}

function openLock(folder: string): Database.Database {
  try {
    makeFolder(folder);
    return new Database(join(folder, 'held.lock'));
  } catch (error) {
    throw explain(error, folder);
  }
}

function explain(error: unknown, folder: string): LinchpinError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const line = code.startsWith('SQLITE_BUSY')
    ? `The data folder ${folder} is held by another Linchpin process. Stop that one, or choose another folder with LINCHPIN_DATA.`
    : `The data folder ${folder} cannot be written. Make it writable, or choose another with LINCHPIN_DATA.`;
  return new LinchpinError('UNAVAILABLE', line, [], { cause: error });
}
