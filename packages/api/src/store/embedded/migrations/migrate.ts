import { LinchpinError } from '../../../model/errors.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * For who may not change the file.
 * @throws LinchpinError UNAVAILABLE when it was written by another version of the program.
 */
export function requireMigrated(db: Sqlite, family: string, steps: readonly string[]): void {
  const version = db.value<number | null>('SELECT max(version) FROM migration WHERE family = ?', [family]) ?? 0;
  if (version > steps.length) throw tooNew(db, family, version, steps.length);
  if (version < steps.length)
    throw new LinchpinError(
      'UNAVAILABLE',
      `${db.path} was written by an older Linchpin (${family} version ${version}, this program knows ${steps.length}). Start this program once, or use the older one.`,
    );
}

/**
 * Brings one family of tables to the newest version, each step in a transaction of its own that also notes the step:
 * running it again, or after a crash, does nothing twice.
 * @throws LinchpinError UNAVAILABLE when the file was written by a newer program.
 */
export function migrate(db: Sqlite, family: string, steps: readonly string[]): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration(family TEXT NOT NULL, version INT NOT NULL, PRIMARY KEY(family, version)) WITHOUT ROWID',
  );
  const version = db.value<number>('SELECT coalesce(max(version), 0) FROM migration WHERE family = ?', [family]) ?? 0;
  if (version > steps.length) throw tooNew(db, family, version, steps.length);
  steps.slice(version).forEach((step, index) =>
    db.transaction(() => {
      db.exec(step);
      db.run('INSERT INTO migration(family, version) VALUES (?, ?)', [family, version + index + 1]);
    }),
  );
}

function tooNew(db: Sqlite, family: string, version: number, known: number): LinchpinError {
  return new LinchpinError(
    'UNAVAILABLE',
    `${db.path} was written by a newer Linchpin (${family} version ${version}, this program knows ${known}). Start the newer program, or restore a backup made by this one.`,
  );
}
