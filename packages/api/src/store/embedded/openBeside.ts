import { join } from 'node:path';
import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import { publicIds } from '../../model/publicIds.ts';
import { embeddedAuditLog } from './embeddedAuditLog.ts';
import { embeddedReadStore } from './embeddedGraphStore.ts';
import { embeddedWorkStore, workReads } from './embeddedWorkStore.ts';
import { auditMigrations } from './migrations/audit.ts';
import { evidenceMigrations } from './migrations/evidence.ts';
import { requireMigrated } from './migrations/migrate.ts';
import { workMigrations } from './migrations/work.ts';
import { storeFiles, type EmbeddedStores } from './openEmbeddedStores.ts';
import { Sqlite } from './sqlite.ts';

/**
 * The stores of a folder that a server may have open. Evidence and work are only read: a second writer would keep the
 * server's waiting. The audit log takes entries from both: each looks for the last one as it appends.
 * @throws LinchpinError UNAVAILABLE when another version of the program wrote the files
 */
export function openBeside({
  folder,
  vocabulary,
}: {
  readonly folder: string;
  readonly vocabulary: Vocabulary;
}): EmbeddedStores & { readonly secret: Buffer } {
  const opened: Sqlite[] = [];
  const open = (file: string, isReadOnly: boolean): Sqlite => {
    const db = new Sqlite(join(folder, file), { isReadOnly });
    opened.push(db);
    return db;
  };
  try {
    const db = open(storeFiles.evidence, true);
    requireMigrated(db, 'work', workMigrations);
    requireMigrated(db, 'evidence', evidenceMigrations);
    const auditDb = open(storeFiles.audit, false);
    requireMigrated(auditDb, 'audit', auditMigrations);
    const kept = workReads(db).setting('secret');
    if (kept === null) throw new LinchpinError('UNAVAILABLE', `${db.path} has no secret: it was never opened by Linchpin.`);
    const secret = Buffer.from(kept, 'hex');
    const graph = embeddedReadStore(db, { vocabulary, ids: publicIds(secret) });
    return { graph, work: embeddedWorkStore(db), audit: embeddedAuditLog(auditDb), secret };
  } catch (error) {
    for (const each of opened) each.close();
    throw error;
  }
}
