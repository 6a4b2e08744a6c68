import type { AuditLog } from '../../ports/auditLog.ts';
import { ThreadedWrites } from './threadedWrites.ts';
import type { Threads } from './threads.ts';

const unknown = 'It is not known whether the audit log has the entry, so the answer is not given. Try again.';

/** The audit log in a thread of its own, so that nobody else waits for its disk. */
export async function threadedAuditLog({
  path,
  threads,
}: {
  readonly path: string;
  readonly threads: Threads;
}): Promise<AuditLog> {
  const thread = new ThreadedWrites({ threads, role: { role: 'audit', path } }, unknown);
  await thread.opened;
  return {
    append: (entry) => thread.call('appendBody', JSON.stringify(entry)),
    entries: (filter) => thread.call('entries', filter),
    verify: () => thread.call('verify'),
    close: () => thread.close(),
  };
}
