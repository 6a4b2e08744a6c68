import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import { publicIds } from '../../model/publicIds.ts';
import type { AuditLog } from '../ports/auditLog.ts';
import type { BulkLoading } from '../ports/bulkLoading.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import type { WorkStore } from '../ports/workStore.ts';
import { embeddedAuditLog } from './embeddedAuditLog.ts';
import { embeddedGraphStore } from './embeddedGraphStore.ts';
import { embeddedWorkStore, workWrites } from './embeddedWorkStore.ts';
import { Interning } from './interning.ts';
import { makeFolder } from './makeFolder.ts';
import { auditMigrations } from './migrations/audit.ts';
import { evidenceMigrations } from './migrations/evidence.ts';
import { migrate } from './migrations/migrate.ts';
import { workMigrations } from './migrations/work.ts';
import { Sqlite } from './sqlite.ts';
import type { ThreadSettings } from './threads/openThreaded.ts';

export interface EmbeddedStoreOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  /** Of the installation; without it the one kept in the store, drawn at the first opening. */
  readonly secret?: Buffer;
  /** Whether threads of their own read and write: for a server. Everything in this thread without it: for a command. */
  readonly threads?: boolean | ThreadSettings;
  /** Rows or records above which an entity is a hub; for tests. */
  readonly hubThreshold?: number;
}

export interface EmbeddedStores {
  readonly graph: GraphStore;
  readonly work: WorkStore;
  readonly audit: AuditLog;
  /** Where everything is in this thread. */
  readonly bulk?: BulkLoading;
}

/** Names of the files in the data folder. */
export const storeFiles = { evidence: 'linchpin.db', audit: 'audit.db' } as const;

/**
 * Opens (or makes) the stores in a folder: evidence and work in one file, the audit log in another.
 * @throws LinchpinError UNAVAILABLE with what to do: folder not writable, newer file, damaged file.
 */
export async function openEmbeddedStores(options: EmbeddedStoreOptions): Promise<EmbeddedStores> {
  const { folder, vocabulary, hubThreshold, threads = false } = options;
  requireFolder(folder);
  const paths = { evidence: join(folder, storeFiles.evidence), audit: join(folder, storeFiles.audit) };
  const opened: Sqlite[] = [];
  const open = (path: string): Sqlite => {
    const db = new Sqlite(path);
    opened.push(db);
    return db;
  };
  try {
    const db = open(paths.evidence);
    const auditDb = open(paths.audit);
    migrate(db, 'work', workMigrations);
    migrate(db, 'evidence', evidenceMigrations);
    migrate(auditDb, 'audit', auditMigrations);
    const secret = claimSecret(db, options.secret);
    if (threads === false) {
      const graph = embeddedGraphStore(db, { vocabulary, ids: publicIds(secret), hubThreshold });
      return { graph, work: embeddedWorkStore(db), audit: embeddedAuditLog(auditDb), bulk: graph.bulk };
    }
    // New kinds get their numbers here: readers cannot give any.
    new Interning(db, vocabulary);
    for (const each of opened.splice(0)) each.close();
    const { openThreaded } = await import('./threads/openThreaded.ts');
    return await openThreaded({ paths, secret, vocabulary, hubThreshold, settings: threads === true ? {} : threads });
  } catch (error) {
    for (const each of opened) each.close();
    throw error;
  }
}

function claimSecret(db: Sqlite, given: Buffer = randomBytes(32)): Buffer {
  return Buffer.from(workWrites(db).claimSetting('secret', given.toString('hex')), 'hex');
}

function requireFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new LinchpinError(
      'UNAVAILABLE',
      `The data folder ${folder} cannot be made. Choose a writable folder with LINCHPIN_DATA.`,
      [],
      { cause: error },
    );
  }
}
