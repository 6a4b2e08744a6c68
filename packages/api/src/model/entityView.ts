import type { EntityKind } from '@linchpin/schema';
import { codeName } from './codeName.ts';
import { greatest, least } from './order.ts';
import { limits } from './paging.ts';
import type { PreparedProperty } from './prepared.ts';
import { RecordFold, type FoldedRecords } from './recordFold.ts';
import type { EntityView } from './views.ts';

export { compareNewest, compareText, greatest, least } from './order.ts';

/** A visible record, as both stores keep it. Times are epoch milliseconds. */
export interface RecordFacts {
  readonly id: string;
  readonly reportNumber: string;
  readonly agency: string;
  readonly receivedAt: number;
  readonly occurredAt: number | null;
  readonly caption: string | null;
  readonly isGeneric: boolean;
  readonly properties: readonly PreparedProperty[];
}

export interface EntityFacts {
  readonly id: string;
  readonly isProtected: boolean;
  /** Distinct neighbours in scope; may stop counting at the generic limit. */
  readonly neighbours: number;
  /** Over visible links: least start, greatest time. */
  readonly firstLink: number | null;
  readonly lastLink: number | null;
  /** Visible records; at least one. */
  readonly records: readonly RecordFacts[];
}

/** What a viewer sees of an entity, from what its visible records say. */
export function entityView(kind: EntityKind, { records, ...facts }: EntityFacts): EntityView {
  const fold = new RecordFold();
  for (const record of byReport(records)) fold.add(record);
  return finishView(kind, fold, facts);
}

/** The view when all visible records have been folded. The fold may be extended afterwards and finished again. */
export function finishView(kind: EntityKind, fold: FoldedRecords, facts: Omit<EntityFacts, 'records'>): EntityView {
  return {
    id: facts.id,
    kind: kind.kind,
    caption: facts.isProtected ? codeName(facts.id) : (fold.caption() ?? kind.label),
    isProtected: facts.isProtected,
    isGeneric: facts.neighbours >= limits.genericNeighbours || fold.isGeneric,
    properties: facts.isProtected ? [] : fold.properties(kind),
    firstSeen: least([facts.firstLink, fold.firstOccurred]),
    lastSeen: greatest([facts.lastLink, fold.lastOccurred]),
    agencies: [...fold.agencies].sort(),
    recordCount: fold.records,
  };
}

/** In the order in which each report is met first. */
function byReport(records: readonly RecordFacts[]): RecordFacts[] {
  const reports = new Map<string, RecordFacts[]>();
  for (const record of records) {
    const known = reports.get(record.reportNumber);
    if (known) known.push(record);
    else reports.set(record.reportNumber, [record]);
  }
  return [...reports.values()].flat();
}
