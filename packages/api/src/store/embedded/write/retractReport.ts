import type { Retraction } from '../../ports/graphStore.ts';
import { ordinalBits } from '../interning.ts';
import type { Writers } from './addReport.ts';
import { noteChange } from './noteChange.ts';

/** Takes a report away and leaves a tombstone. Call inside a transaction. Null when the agency owns no such report. */
export function retractReport(writers: Writers, retraction: Retraction): { readonly reportId: string } | null {
  const { db, ids } = writers;
  const found = db.get<[number, string, number, number]>(
    'SELECT r, seed, report.o, retracted FROM report JOIN origin ON origin.o = report.o WHERE number = ? AND agency = ?',
    [retraction.number, retraction.agency],
  );
  if (!found) return null;
  const [r, seed, o, retracted] = found;
  const reportId = ids.part('report', seed, 0);
  if (retracted === 1) return { reportId };
  const range = [r * ordinalBits, r * ordinalBits + ordinalBits - 1];
  const ends = db.all<[number]>('SELECT DISTINCT e FROM record WHERE rec BETWEEN ? AND ?', range).map(([e]) => e);
  const pairs = db.all<[number, number, number]>('SELECT DISTINCT src, dst, k FROM link WHERE l BETWEEN ? AND ?', range);
  for (const [key, rec] of db.all<[string, number]>(
    'SELECT value, rec FROM record, json_each(record.keys) WHERE rec BETWEEN ? AND ?',
    range,
  ))
    db.run('DELETE FROM record_key WHERE key = ? AND rec = ?', [key, rec]);
  db.run('DELETE FROM record WHERE rec BETWEEN ? AND ?', range);
  db.run('DELETE FROM link WHERE l BETWEEN ? AND ?', range);
  const tombstone = { reason: retraction.reason, by: retraction.by, at: retraction.at };
  db.run('UPDATE report SET retracted = 1, body = ? WHERE r = ?', [JSON.stringify(tombstone), r]);
  writers.adjacency.rebuild(pairs.map(([src, dst, k]) => ({ src, dst, k, o })));
  rebuildEntities(
    writers,
    ends.map((e) => ({ e, o })),
  );
  noteChange(db, { kind: 'RETRACTED', reportNumber: retraction.number, entities: ends });
  return { reportId };
}

/** Recomputes what is derived for these entities, after their records or links moved. */
export function rebuildEntities(writers: Writers, held: Iterable<{ readonly e: number; readonly o: number }>): void {
  const entities = new Set<number>();
  for (const { e, o } of held) {
    writers.holdings.rebuild(e, o);
    entities.add(e);
  }
  for (const e of entities) {
    writers.shared.rebuild(e);
    writers.protection.rebuild(e);
  }
}
