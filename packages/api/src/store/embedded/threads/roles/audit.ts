import { auditBodies } from '../../embeddedAuditLog.ts';
import { Sqlite } from '../../sqlite.ts';
import type { StopSwitch } from '../../stopSwitch.ts';
import { callMethod, type Role } from './role.ts';

export interface AuditOptions {
  readonly path: string;
}

/** The audit log: what waits is one commit. */
export function openAudit({ path }: AuditOptions, stop: StopSwitch): Role {
  const log = auditBodies(new Sqlite(path, { cache: 8, stop }));
  return { call: (name, asked) => callMethod(log, name, asked), close: () => log.close() };
}
