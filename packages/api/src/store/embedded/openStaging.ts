import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { joinKey, type StagedGroup, type StagedRow, type StagingArea } from '../ports/staging.ts';
import { Sqlite, type SqlValue } from './sqlite.ts';

/** Beginning of the name of every staging folder: one left behind by a killed import is found by it. */
const prefix = 'import-';
const rowsPerStatement = 100;

/** Removes what a killed import left behind. Only for a folder that nobody else imports into. */
export function sweepStaging(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Makes a staging area in a folder of its own below `folder`, readable by its owner alone, gone when closed. */
export function openStaging(folder: string): StagingArea {
  const own = mkdtempSync(join(folder, prefix));
  const db = new Sqlite(join(own, 'staging.db'));
  // Nothing here outlives the import: no journal, no waiting for the disk.
  db.all('PRAGMA journal_mode = OFF');
  db.exec('PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE');
  const names = new Map<string, { readonly table: string; readonly keys: readonly (readonly number[])[] }>();
  const lists = new Map<string, string>();
  const fileOf = (file: string): { readonly table: string; readonly keys: readonly (readonly number[])[] } => {
    const found = names.get(file);
    if (!found) throw new Error(`Nothing of ${file} was staged`);
    return found;
  };
  return {
    async addFile(file, keys) {
      const table = `file${names.size}`;
      names.set(file, { table, keys });
      db.exec(
        `CREATE TABLE ${table}(row INTEGER PRIMARY KEY, body TEXT NOT NULL ${keys.map((_, at) => `, k${at} TEXT`).join('')})`,
      );
    },
    async addRows(file, rows) {
      const { table, keys } = fileOf(file);
      const body = ({ row, values }: StagedRow): SqlValue[] => [
        row,
        JSON.stringify(values),
        ...keys.map((key) => joinKey(key.map((column) => values[column] ?? '')) || null),
      ];
      db.transaction(() => insertMany(db, `INTO ${table}`, rows.map(body)));
    },
    async seal(file) {
      const { table, keys } = fileOf(file);
      for (const at of keys.keys()) db.exec(`CREATE INDEX ${table}_k${at} ON ${table}(k${at}) WHERE k${at} IS NOT NULL`);
    },
    rowsAfter: async (file, row, limit) =>
      db
        .all<[number, string]>(`SELECT row, body FROM ${fileOf(file).table} WHERE row > ? ORDER BY row LIMIT ?`, [row, limit])
        .map(readRow),
    async rowsByNumber(file, rows) {
      const sql = `SELECT f.row, f.body FROM json_each(?) j CROSS JOIN ${fileOf(file).table} f ON f.row = j.value`;
      return new Map(db.all<[number, string]>(sql, [JSON.stringify(rows)]).map((found) => [found[0], readRow(found)]));
    },
    async matches(file, key, { values, most }) {
      const { table } = fileOf(file);
      const first = `SELECT row FROM ${table} WHERE k${key} = j.value ORDER BY row LIMIT ?`;
      const sql = `SELECT j.value, f.row, f.body FROM json_each(?) j CROSS JOIN ${table} f ON f.row IN (${first}) ORDER BY f.row`;
      const found = new Map<string, StagedRow[]>();
      for (const [value, ...row] of db.all<[string, number, string]>(sql, [JSON.stringify(values), most])) {
        const rows = found.get(value);
        if (rows) rows.push(readRow(row));
        else found.set(value, [readRow(row)]);
      }
      return found;
    },
    async countMatches(file, key, { values, most }) {
      const each = `SELECT 1 FROM ${fileOf(file).table} WHERE k${key} = j.value LIMIT ?`;
      const sql = `SELECT j.value, (SELECT count(*) FROM (${each})) AS count FROM json_each(?) j`;
      return new Map(db.all<[string, number]>(sql, [most, JSON.stringify(values)]).filter(([, count]) => count > 0));
    },
    async addMembers(list, members) {
      let table = lists.get(list);
      if (table === undefined) {
        table = `list${lists.size}`;
        lists.set(list, table);
        db.exec(`CREATE TABLE ${table}(key TEXT NOT NULL, row INTEGER NOT NULL)`);
      }
      const into = table;
      db.transaction(() =>
        insertMany(
          db,
          `INTO ${into}`,
          members.map(({ key, row }) => [key, row]),
        ),
      );
    },
    async sealGroups(list) {
      const table = lists.get(list);
      if (table === undefined) return;
      db.exec(`CREATE TABLE ${table}_group(ordinal INTEGER PRIMARY KEY, key TEXT NOT NULL, rows TEXT NOT NULL)`);
      db.exec(
        `INSERT INTO ${table}_group(key, rows) SELECT key, json_group_array(row) FROM ${table} GROUP BY key ORDER BY min(row)`,
      );
    },
    async groupsAfter(list, ordinal, rows) {
      const table = lists.get(list);
      if (table === undefined) return [];
      const sql = `SELECT ordinal, key, rows FROM ${table}_group WHERE ordinal > ? ORDER BY ordinal LIMIT ?`;
      const groups = db.all<[number, string, string]>(sql, [ordinal, rows]).map(readGroup);
      let total = 0;
      return groups.filter((group, at) => (total += group.rows.length) <= rows || at === 0);
    },
    async close() {
      db.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function readRow([row, body]: readonly [number, string, ...unknown[]]): StagedRow {
  return { row, values: JSON.parse(body) as string[] };
}

function readGroup([ordinal, key, rows]: readonly [number, string, string]): StagedGroup {
  return { ordinal, key, rows: (JSON.parse(rows) as number[]).sort((a, b) => a - b) };
}

function insertMany(db: Sqlite, into: string, rows: readonly SqlValue[][]): void {
  const one = `(${(rows[0] ?? []).map(() => '?').join(',')})`;
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const part = rows.slice(at, at + rowsPerStatement);
    db.run(`INSERT ${into} VALUES ${part.map(() => one).join(',')}`, part.flat());
  }
}
