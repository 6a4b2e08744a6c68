import type { PublicIds } from '../../../model/publicIds.ts';
import type { Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';
import { AdjacencyWriter } from './adjacency.ts';
import { BulkLoad } from './bulkLoad.ts';
import { ChangeWriter } from './changes.ts';
import { EntityWriter } from './entities.ts';
import { HoldingWriter } from './holdings.ts';
import { HubWriter } from './hubs.ts';
import { ProtectionWriter } from './protection.ts';
import { ReportWriter } from './reports.ts';
import { SharedWriter } from './shared.ts';

/** The hands a write works with. */
export interface Writers {
  readonly db: Sqlite;
  readonly ids: PublicIds;
  readonly interning: Interning;
  readonly reports: ReportWriter;
  readonly entities: EntityWriter;
  readonly adjacency: AdjacencyWriter;
  readonly hubs: HubWriter;
  readonly holdings: HoldingWriter;
  readonly shared: SharedWriter;
  readonly protection: ProtectionWriter;
  readonly changes: ChangeWriter;
  readonly load: BulkLoad;
}

export interface WriterOptions {
  readonly interning: Interning;
  readonly ids: PublicIds;
  /** Link kinds whose direction is NONE. */
  readonly symmetric: readonly string[];
  /** An entity with more adjacency rows, or more records, is a hub. */
  readonly hubThreshold: number;
}

export function makeWriters(db: Sqlite, { interning, ids, symmetric, hubThreshold }: WriterOptions): Writers {
  const hubs = new HubWriter(db, hubThreshold);
  return {
    db,
    ids,
    interning,
    hubs,
    reports: new ReportWriter(db, ids),
    entities: new EntityWriter(db, interning),
    adjacency: new AdjacencyWriter(db, { hubs, symmetric: symmetric.map((kind) => interning.linkKindNumber(kind)) }),
    holdings: new HoldingWriter(db),
    shared: new SharedWriter(db, interning),
    protection: new ProtectionWriter(db, interning),
    changes: new ChangeWriter(db),
    load: new BulkLoad(db),
  };
}
