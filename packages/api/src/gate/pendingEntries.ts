import type { RequestContext } from './requestContext.ts';

const pending = new WeakMap<RequestContext, Promise<void>[]>();

/**
 * From here on use-cases of this request hand their audit entries over and go on, so that the entries of one answer are
 * written together. Whoever calls this must await `entriesWritten` before it gives any of the answer away.
 */
export function gatherEntries(context: RequestContext): void {
  pending.set(context, []);
}

/** @throws what the audit log threw: then the answer may not be given. */
export async function entriesWritten(context: RequestContext): Promise<void> {
  // Use-cases that are still running when the answer is ready belong to branches that were dropped: they add theirs meanwhile.
  const entries = pending.get(context) ?? [];
  while (entries.length > 0) await Promise.all(entries.splice(0));
}

/** Waits for the entry itself, or leaves that to `entriesWritten` where entries are gathered. */
export async function rememberWith(context: RequestContext, written: Promise<void>): Promise<void> {
  const gathered = pending.get(context);
  if (!gathered) return written;
  // Heard here, too: an entry that fails before anybody waits for it must not end the process.
  written.catch(() => undefined);
  gathered.push(written);
}
