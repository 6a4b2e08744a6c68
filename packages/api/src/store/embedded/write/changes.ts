import type { Change } from '../../ports/graphStore.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import { RowWriter } from './rows.ts';

const namedAtMost = 1_000;

interface NotedChange {
  readonly kind: Change['kind'];
  readonly reportNumber: string | null;
  readonly entities: readonly number[];
}

/** The change log: what may answer otherwise from now on. */
export class ChangeWriter {
  readonly #rows: RowWriter;

  constructor(db: Sqlite) {
    this.#rows = new RowWriter(db, { into: 'INSERT INTO change(kind, report, entities)', values: '(?,?,?)' });
  }

  note(changes: readonly NotedChange[]): void {
    const cells: SqlValue[] = [];
    for (const { kind, reportNumber, entities } of changes)
      cells.push(kind, reportNumber, JSON.stringify(entities.length > namedAtMost ? [] : entities));
    this.#rows.write(cells);
  }
}
