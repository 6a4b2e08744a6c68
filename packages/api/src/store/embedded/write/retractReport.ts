import type { Retraction } from '../../ports/graphStore.ts';
import { ordinalBits } from '../interning.ts';
import type { Pair } from './adjacency.ts';
import { readRemoval } from './removal.ts';
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
  const removal = readRemoval(db, { r, o });
  db.run(
    'DELETE FROM record_key WHERE (key, rec) IN (SELECT value, rec FROM record, json_each(record.keys) WHERE rec BETWEEN ? AND ?)',
    range,
  );
  db.run('DELETE FROM record WHERE rec BETWEEN ? AND ?', range);
  db.run('DELETE FROM link WHERE l BETWEEN ? AND ?', range);
  const tombstone = { reason: retraction.reason, by: retraction.by, at: retraction.at };
  db.run('UPDATE report SET retracted = 1, body = ? WHERE r = ?', [JSON.stringify(tombstone), r]);
  const entities = removal.parts.map(({ e }) => e);
  rebuild(writers, { pairs: removal.pairs, entities, holdings: () => writers.holdings.remove(removal) });
  writers.changes.note([{ kind: 'RETRACTED', reportNumber: retraction.number, entities }]);
  return { reportId };
}

/** Recomputes what is derived for these pairs and entities, after their records or links moved or went. Before the change is noted. */
export function rebuild(
  writers: Writers,
  changed: { readonly pairs: readonly Pair[]; readonly entities: readonly number[]; readonly holdings: () => void },
): void {
  const version = writers.hubs.version();
  writers.adjacency.rebuild(changed.pairs, version);
  writers.hubs.changed(changed.entities, version);
  changed.holdings();
  writers.shared.rebuild(changed.entities);
  writers.protection.rebuild(changed.entities);
}
