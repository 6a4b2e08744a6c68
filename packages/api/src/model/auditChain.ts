import { createHash } from 'node:crypto';

/** Hash of an audit entry, hex: over the hash before it ('' for the first) and the entry as it is stored. */
export function auditHash(previous: string, body: string): string {
  return createHash('sha256').update(previous).update('\n').update(body).digest('hex');
}
