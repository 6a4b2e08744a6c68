import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limits } from '../../../model/paging.ts';
import { openEmbeddedStores, storeFiles } from '../openEmbeddedStores.ts';
import { Sqlite } from '../sqlite.ts';
import { hubThreshold } from '../write/hubs.ts';
import { freshRowsSql } from './hubRows.ts';
import { newRecordsSql } from './hubRecords.ts';
import { heldByOriginsSql } from './overlapCandidates.ts';
import { newestSql, ofOriginsSql } from './reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-statements-'));
let db: Sqlite;

beforeAll(async () => {
  const { graph, audit } = await openEmbeddedStores({ folder, vocabulary: coreVocabulary });
  await graph.close();
  await audit.close();
  db = new Sqlite(join(folder, storeFiles.evidence));
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function plan(sql: string, parameters: readonly (number | Buffer)[]): string {
  return db
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
    .map(([, , , line]) => line)
    .join('\n');
}

it('reads of a known hub only the rows that were written since', () => {
  expect(plan(freshRowsSql, [1, 2])).toContain('USING INDEX adj_fresh (e=? AND version>?)');
});

it('reads of the records that are new only those of new reports', () => {
  expect(plan(newRecordsSql, [1, 2, 3])).toContain('SEARCH record USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
});

it('lists reports from the newest on, or those of the origins that are seen, and never reads all', () => {
  const parameters = [Buffer.from([1]), Buffer.from([1]), 1, 2, 3, 4, 5, 6];
  expect(plan(newestSql, parameters)).toContain('SEARCH report USING INDEX report_time (time>? AND time<?)');
  expect(plan(ofOriginsSql, parameters)).toContain(
    'SEARCH report USING COVERING INDEX report_origin (o=? AND time>? AND time<?)',
  );
});

it('finds what few origins hold by their reports', () => {
  const found = plan(heldByOriginsSql, [1]);
  expect(found).toContain('SEARCH report USING COVERING INDEX report_origin (o=?)');
  expect(found).toContain('SEARCH record USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
});

it('takes no entity for generic that is no hub, since those have too few rows', () => {
  expect(hubThreshold).toBeLessThan(limits.genericNeighbours);
});
