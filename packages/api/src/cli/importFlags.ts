import { readFileSync } from 'node:fs';
import { LinchpinError } from '../model/errors.ts';
import { typedPath } from './openLocal.ts';

export interface ImportFlags {
  readonly agency?: string;
  readonly audience?: string;
  readonly as?: string;
  readonly url?: string;
  readonly rejects?: string;
  readonly dryRun?: boolean;
  readonly privileged?: string;
  readonly json?: boolean;
  /** Folder for files of `neo4j-admin database import`. */
  readonly offline?: string;
}

/** Numbers to drop on the way in, as the file names them. */
export function readPrivileged({ privileged }: ImportFlags): string[] {
  if (privileged === undefined) return [];
  return readText(typedPath(privileged), 'file')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

/** @throws LinchpinError INVALID */
export function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new LinchpinError('INVALID', `There is no ${what} ${path}, or it cannot be read`, [], { cause: error });
  }
}
