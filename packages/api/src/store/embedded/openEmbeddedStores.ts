import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import { publicIds } from '../../model/publicIds.ts';
import type { AuditLog } from '../ports/auditLog.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import type { WorkStore } from '../ports/workStore.ts';
import { embeddedAuditLog } from './embeddedAuditLog.ts';
import { embeddedGraphStore } from './embeddedGraphStore.ts';
import { embeddedWorkStore } from './embeddedWorkStore.ts';
import { auditMigrations } from './migrations/audit.ts';
import { evidenceMigrations } from './migrations/evidence.ts';
import { migrate } from './migrations/migrate.ts';
import { workMigrations } from './migrations/work.ts';
import { Sqlite } from './sqlite.ts';

export interface EmbeddedStoreOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  /** Of the installation; without it the one kept in the store, drawn at the first opening. */
  readonly secret?: Buffer;
}

/** Names of the files in the data folder. */
export const storeFiles = { evidence: 'linchpin.db', audit: 'audit.db' } as const;

/**
 * Opens (or makes) the stores in a folder: evidence and work in one file, the audit log in another.
 * @throws LinchpinError UNAVAILABLE with what to do: folder not writable, newer file, damaged file.
 */
export async function openEmbeddedStores(
  options: EmbeddedStoreOptions,
): Promise<{ graph: GraphStore; work: WorkStore; audit: AuditLog }> {
  makeFolder(options.folder);
  const db = new Sqlite(join(options.folder, storeFiles.evidence));
  const auditDb = new Sqlite(join(options.folder, storeFiles.audit));
  try {
    migrate(db, 'work', workMigrations);
    migrate(db, 'evidence', evidenceMigrations);
    migrate(auditDb, 'audit', auditMigrations);
    const work = embeddedWorkStore(db);
    const secret = await work.claimSetting('secret', (options.secret ?? randomBytes(32)).toString('hex'));
    const ids = publicIds(Buffer.from(secret, 'hex'));
    return { graph: embeddedGraphStore(db, { vocabulary: options.vocabulary, ids }), work, audit: embeddedAuditLog(auditDb) };
  } catch (error) {
    db.close();
    auditDb.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new LinchpinError(
      'UNAVAILABLE',
      `The data folder ${folder} cannot be made. Choose a writable folder with LINCHPIN_DATA.`,
      [],
      { cause: error },
    );
  }
}
