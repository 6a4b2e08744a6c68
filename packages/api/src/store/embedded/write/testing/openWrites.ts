import { coreVocabulary } from '@linchpin/schema';
import { publicIds } from '../../../../model/publicIds.ts';
import { Interning } from '../../interning.ts';
import { evidenceMigrations } from '../../migrations/evidence.ts';
import { migrate } from '../../migrations/migrate.ts';
import { Sqlite } from '../../sqlite.ts';
import { symmetricKinds } from '../../symmetricKinds.ts';
import { EmbeddedWrites, type WritesOptions } from '../../writes.ts';

interface Options extends Pick<WritesOptions, 'hubThreshold' | 'erasePages'> {
  readonly secret: Buffer;
}

export interface OpenedWrites {
  readonly db: Sqlite;
  readonly writes: EmbeddedWrites;
}

/** The writing half of a store over one file, for tests that look at its tables. */
export function openWrites(path: string, { secret, ...options }: Options): OpenedWrites {
  const db = new Sqlite(path);
  migrate(db, 'evidence', evidenceMigrations);
  const interning = new Interning(db, coreVocabulary);
  const symmetric = symmetricKinds(coreVocabulary);
  return { db, writes: new EmbeddedWrites(db, { interning, ids: publicIds(secret), symmetric, ...options }) };
}
