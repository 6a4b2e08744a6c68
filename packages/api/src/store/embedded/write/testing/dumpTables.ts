import type { Sqlite } from '../../sqlite.ts';

/** The index keeps its segments as it was written; what it answers is looked at instead. */
const shadows = /^(fts|sqlite_|migration)/;

/** Every row of every table, and the words that the index finds. Versions of hubs tell of the way they came: only whether there is one. */
export function dumpTables(db: Sqlite): Record<string, unknown[]> {
  const tables = db
    .all<[string]>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map(([name]) => name)
    .filter((name) => !shadows.test(name));
  const dump: Record<string, unknown[]> = Object.fromEntries(
    tables.map((table) => [table, sorted(db.all(`SELECT * FROM ${table}`))]),
  );
  dump.hub = db.all('SELECT e, version > 0 FROM hub ORDER BY e');
  dump.adj = db.all('SELECT e, other, ld, o, links, reports, sure, first, last, version > 0 FROM adj ORDER BY e, other, ld, o');
  dump.index = db
    .all<[string]>('SELECT word FROM term ORDER BY word')
    .map(([word]) => [
      word,
      db.all<[number]>('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid', [`"${word}"`]).map(([hk]) => hk),
    ]);
  dump.schema = db.all('SELECT name FROM sqlite_master ORDER BY name');
  return dump;
}

function sorted(rows: readonly unknown[]): unknown[] {
  return rows.map((cells) => JSON.stringify(cells)).sort();
}
