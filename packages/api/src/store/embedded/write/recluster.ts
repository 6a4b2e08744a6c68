import { LinchpinError } from '../../../model/errors.ts';
import { ordinalBits } from '../interning.ts';
import type { Pair } from './adjacency.ts';
import { rebuild } from './retractReport.ts';
import type { Writers } from './writers.ts';

interface Moving {
  readonly rec: number;
  readonly e: number;
  readonly o: number;
}

/** Moves records to an entity, as if they had always been there. Call inside a transaction. */
export function recluster(writers: Writers, recordIds: readonly string[], entityId: string): void {
  const { db, interning } = writers;
  const moving = [...new Set(recordIds)].map((id) => findRecord(writers, id));
  const kinds = new Set(moving.map(({ e }) => interning.kindOf(e)));
  const [kind] = kinds;
  if (kind === undefined) return;
  if (kinds.size > 1)
    throw new LinchpinError('INVALID', `Records of several kinds (${[...kinds].join(', ')}) cannot be one entity.`);
  const target = writers.entities.findOrMake(entityId, kind);
  const pairs: Pair[] = [];
  const held = new Map<string, { e: number; o: number }>();
  const touch = (e: number, o: number): void => void held.set(`${e} ${o}`, { e, o });
  for (const { rec, e, o } of moving) {
    if (e === target) continue;
    db.run('UPDATE record SET e = ? WHERE rec = ?', [target, rec]);
    touch(e, o);
    touch(target, o);
    for (const end of ['src', 'dst'] as const)
      for (const link of moveLinks(writers, { rec, end, target })) {
        pairs.push({ ...link.before, k: link.k, o }, { ...link.after, k: link.k, o });
        for (const other of [link.after.src, link.after.dst, link.before.src, link.before.dst]) touch(other, o);
      }
  }
  if (held.size === 0) return;
  db.run('UPDATE entity SET redirect = NULL WHERE e = ?', [target]);
  for (const e of new Set(moving.map((record) => record.e)))
    if (e !== target && db.value('SELECT 1 FROM record WHERE e = ? LIMIT 1', [e]) === undefined)
      db.run('UPDATE entity SET redirect = ? WHERE e = ?', [target, e]);
  const entities = [...new Set([...held.values()].map(({ e }) => e))];
  rebuild(writers, { pairs, entities, holdings: () => writers.holdings.rebuild(held.values()) });
  writers.changes.note([{ kind: 'RECLUSTERED', reportNumber: null, entities }]);
}

function findRecord({ db, ids }: Writers, id: string): Moving {
  const part = ids.readPart(id);
  const found =
    part?.part === 'record'
      ? db.get<[number, number, number]>(
          `SELECT rec, e, record.o FROM report JOIN record ON rec = r * ${ordinalBits} + ? WHERE seed = ?`,
          [part.ordinal, part.seed],
        )
      : undefined;
  if (!found) throw new LinchpinError('NOT_FOUND', 'There is no such record.');
  const [rec, e, o] = found;
  return { rec, e, o };
}

type Ends = Pick<Pair, 'src' | 'dst'>;

/** Points one end of the record's links at the target. */
function moveLinks(
  { db }: Writers,
  { rec, end, target }: { readonly rec: number; readonly end: 'src' | 'dst'; readonly target: number },
): { readonly k: number; readonly before: Ends; readonly after: Ends }[] {
  const report = Math.floor(rec / ordinalBits) * ordinalBits;
  const column = end === 'src' ? 'sr' : 'dr';
  const links = db.all<[number, number, number, number]>(
    `SELECT l, k, src, dst FROM link WHERE l BETWEEN ? AND ? AND ${column} = ?`,
    [report, report + ordinalBits - 1, rec % ordinalBits],
  );
  return links.map(([l, k, src, dst]) => {
    db.run(`UPDATE link SET ${end} = ? WHERE l = ?`, [target, l]);
    return { k, before: { src, dst }, after: end === 'src' ? { src: target, dst } : { src, dst: target } };
  });
}
