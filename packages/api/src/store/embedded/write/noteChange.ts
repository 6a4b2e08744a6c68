import type { Change } from '../../ports/graphStore.ts';
import type { Sqlite } from '../sqlite.ts';

const namedAtMost = 1_000;

/** Appends to the change log what may answer otherwise from now on. */
export function noteChange(
  db: Sqlite,
  change: { readonly kind: Change['kind']; readonly reportNumber: string | null; readonly entities: readonly number[] },
): void {
  const named = change.entities.length > namedAtMost ? [] : change.entities;
  db.run('INSERT INTO change(kind, report, entities) VALUES (?, ?, ?)', [
    change.kind,
    change.reportNumber,
    JSON.stringify(named),
  ]);
}
