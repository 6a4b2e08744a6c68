import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where files that live for some milliseconds are put: in memory where the system has room for them there. */
export function scratchRoom(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}
