import type { UseCase } from '../../gate/useCase.ts';
import type { AuditLog } from '../../store/ports/auditLog.ts';

export type AuditCheck = Awaited<ReturnType<AuditLog['verify']>>;

/** Walks the audit log's chain of hashes; shows none of its entries. */
export const checkAuditLog: UseCase<Pick<AuditLog, 'verify'>, AuditCheck> = {
  name: 'checkAuditLog',
  kind: 'keeping',
  permission: 'store:keep',
  run: (_context, audit) => audit.verify(),
  describe: () => ({}),
  count: ({ entries }) => entries,
};
