import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sqlite } from '../sqlite.ts';
import { auditMigrations } from './audit.ts';
import { evidenceMigrations } from './evidence.ts';
import { migrate } from './migrate.ts';
import { workMigrations } from './work.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'linchpin-migrate-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const families = { evidence: evidenceMigrations, work: workMigrations, audit: auditMigrations };

it.each(Object.entries(families))('migrates %s once, however often it is asked', (family, steps) => {
  const db = new Sqlite(join(folder, `${family}.db`));
  migrate(db, family, steps);
  const tables = db.all('SELECT name, sql FROM sqlite_master ORDER BY name');
  migrate(db, family, steps);
  expect(db.all('SELECT name, sql FROM sqlite_master ORDER BY name')).toEqual(tables);
  expect(db.all('SELECT version FROM migration WHERE family = ?', [family])).toEqual(steps.map((_, index) => [index + 1]));
  db.close();
});

it('refuses a file that a newer program wrote, in words that say what to do', () => {
  const db = new Sqlite(join(folder, 'newer.db'));
  migrate(db, 'evidence', [...evidenceMigrations, 'CREATE TABLE later(x)']);
  expect(() => migrate(db, 'evidence', evidenceMigrations)).toThrow(/written by a newer Linchpin.*Start the newer program/);
  db.close();
});

it('leaves a step that fails undone, so that it can be tried again', () => {
  const db = new Sqlite(join(folder, 'halfway.db'));
  expect(() => migrate(db, 'work', ['CREATE TABLE one(x); CREATE TABLE one(x);'])).toThrow();
  expect(db.all("SELECT name FROM sqlite_master WHERE name = 'one'")).toEqual([]);
  migrate(db, 'work', ['CREATE TABLE one(x)']);
  expect(db.all("SELECT name FROM sqlite_master WHERE name = 'one'")).toEqual([['one']]);
  db.close();
});
