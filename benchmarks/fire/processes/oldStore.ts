import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@linchpin/api/src/store/embedded/migrations/migrate.ts';
import { evidenceMigrations } from '@linchpin/api/src/store/embedded/migrations/evidence.ts';
import { workMigrations } from '@linchpin/api/src/store/embedded/migrations/work.ts';
import { storeFiles } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { Sqlite } from '@linchpin/api/src/store/embedded/sqlite.ts';

/** Writes what a closed store holds as the first version of the program would have kept it. */
export function writeVersionOne(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const db = new Sqlite(join(to, storeFiles.evidence));
  try {
    migrate(db, 'work', workMigrations.slice(0, 1));
    migrate(db, 'evidence', evidenceMigrations.slice(0, 1));
    db.run('ATTACH ? AS newer', [join(from, storeFiles.evidence)]);
    const tables = db.all<[string]>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'fts%' AND name NOT LIKE 'sqlite%' AND name <> 'migration'",
    );
    for (const [table] of tables) {
      const columns = db.all<[string]>(`SELECT name FROM pragma_table_info('${table}')`).join();
      db.exec(`INSERT INTO main.${table}(${columns}) SELECT ${columns} FROM newer.${table}`);
    }
    db.exec("INSERT INTO fts(fts) VALUES ('rebuild')");
    db.exec('DETACH newer');
  } finally {
    db.close();
  }
  // Its journal may still hold what was written last.
  for (const name of readdirSync(from)) if (name.startsWith(storeFiles.audit)) copyFileSync(join(from, name), join(to, name));
}
