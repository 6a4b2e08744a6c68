import type { Retraction } from '../../ports/graphStore.ts';
import { ordinalBits } from '../interning.ts';
import type { Pair } from './adjacency.ts';
import type { Writers } from './writers.ts';

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
  db.run(
    'DELETE FROM record_key WHERE (key, rec) IN (SELECT value, rec FROM record, json_each(record.keys) WHERE rec BETWEEN ? AND ?)',
    range,
  );
  db.run('DELETE FROM record WHERE rec BETWEEN ? AND ?', range);
  db.run('DELETE FROM link WHERE l BETWEEN ? AND ?', range);
  const tombstone = { reason: retraction.reason, by: retraction.by, at: retraction.at };
  db.run('UPDATE report SET retracted = 1, body = ? WHERE r = ?', [JSON.stringify(tombstone), r]);
  rebuild(writers, {
    pairs: pairs.map(([src, dst, k]) => ({ src, dst, k, o })),
    held: ends.map((e) => ({ e, o })),
  });
  writers.changes.note([{ kind: 'RETRACTED', reportNumber: retraction.number, entities: ends }]);
  return { reportId };
}

/** Recomputes what is derived for these pairs and holdings, after their records or links moved or went. Before the change is noted. */
export function rebuild(
  writers: Writers,
  { pairs, held }: { readonly pairs: readonly Pair[]; readonly held: readonly { readonly e: number; readonly o: number }[] },
): void {
  const version = writers.hubs.version();
  const entities = [...new Set(held.map(({ e }) => e))];
  writers.adjacency.rebuild(pairs, version);
  writers.hubs.changed(entities, version);
  writers.holdings.rebuild(held);
  writers.shared.rebuild(entities);
  writers.protection.rebuild(entities);
}
