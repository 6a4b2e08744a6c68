import type { Vocabulary } from '@linchpin/schema';
import type { PublicIds } from '../../../model/publicIds.ts';
import type { Interning } from '../interning.ts';
import type { Sqlite } from '../sqlite.ts';
import type { AdjRows } from './adjRows.ts';
import type { KeptRecords } from './hubRecords.ts';
import type { KeptView } from './hubViews.ts';
import type { KeptRanking } from './keptRanking.ts';
import { Budget, Shelf } from './kept.ts';
import { KeptEntities } from './keptEntities.ts';
import type { ReportCounts } from './reportCounts.ts';
import { Telling } from './telling.ts';

/** What every read needs. */
export interface ReadContext {
  readonly db: Sqlite;
  readonly interning: Interning;
  readonly ids: PublicIds;
  readonly vocabulary: Vocabulary;
  /** Bytes that hubs and what is derived of them may take between reads. */
  readonly keptBytes?: number;
  /** How many overlaps of a scope are kept ranked, at least; less than usual for tests. */
  readonly keptOverlaps?: number;
}

/** What a hub was like when it was read: the same numbers, the same hub. */
export interface HubState {
  readonly version: number;
  readonly epoch: number;
}

/** The context with what this reader keeps between its reads. */
export interface Reading extends ReadContext {
  readonly telling: Telling;
  readonly entities: KeptEntities;
  readonly rows: Shelf<number, KeptRows>;
  readonly records: Shelf<number, KeptRecords>;
  readonly views: Shelf<string, KeptView>;
  readonly rankings: Shelf<string, KeptRanking>;
  readonly pointing: Shelf<number, KeptPointing>;
  /** Small, and never given up. */
  readonly counts: { reports: ReportCounts | null };
}

/** Holdings of a hub, of every origin, that tell others where to ask. */
export interface KeptPointing {
  readonly state: HubState;
  readonly holdings: readonly number[];
}

export interface KeptRows {
  readonly rows: AdjRows;
  state: HubState;
  /** Number of the change up to which `may` is known. */
  guardedAt: number;
}

/** Twenty hubs of 50,000 rows, and their views for some hundred viewers. */
const keptBytes = 96 * 2 ** 20;

export function startReading(context: ReadContext): Reading {
  const most = context.keptBytes ?? keptBytes;
  const budget = new Budget(most);
  return {
    ...context,
    telling: new Telling(context),
    entities: new KeptEntities(context, { budget, most: most / 8 }),
    rows: new Shelf<number, KeptRows>(budget),
    records: new Shelf<number, KeptRecords>(budget),
    views: new Shelf<string, KeptView>(budget),
    rankings: new Shelf<string, KeptRanking>(budget),
    pointing: new Shelf<number, KeptPointing>(budget),
    counts: { reports: null },
  };
}
