import type { Vocabulary } from '@linchpin/schema';
import { mintScope } from '../../../gate/mintScope.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import { publicIds, type PublicIds } from '../../../model/publicIds.ts';
import type { Scope } from '../../../model/scope.ts';
import type { EntityView } from '../../../model/views.ts';
import type { AddOutcome, ExpandQuery, GraphStore } from '../../ports/graphStore.ts';
import { buildReport, type RecordDraft, type ReportDraft } from '../buildReport.ts';
import { coreVocabulary } from '@linchpin/schema';

export type OpenGraphStore = (options: { readonly secret: Buffer; readonly vocabulary: Vocabulary }) => Promise<GraphStore>;

export const secret = Buffer.from('the contract suite has one secret');
export const day = 86_400_000;
/** Midnight UTC, so many days after the first of January 2024. */
export const onDay = (days: number): number => Date.UTC(2024, 0, 1) + days * day;
export const noWindow = { since: null, until: null };
export const all = { first: 500, after: null };

export function viewer(agency: string, ...groups: readonly string[]): Scope {
  return mintScope({ agency, groups });
}

/** An agency of its own that reports in most examples, and its viewer. */
export const alpha = viewer('ALPHA');

export interface Added {
  readonly report: PreparedReport;
  readonly outcome: AddOutcome;
  /** Entity of a record, by ordinal. */
  readonly at: (ordinal: number) => string;
}

export interface ExampleWorld {
  readonly store: GraphStore;
  readonly ids: PublicIds;
  /** One report, of ALPHA for ALPHA unless said. */
  add(draft: Partial<ReportDraft>): Promise<Added>;
  see(scope: Scope, id: string): Promise<EntityView | null>;
  retract(report: Pick<PreparedReport, 'number' | 'origin'>): Promise<unknown>;
}

/** A test's body with an empty store of its own. */
export function inWorld(open: OpenGraphStore, body: (world: ExampleWorld) => Promise<void>): () => Promise<void> {
  return async () => {
    const ids = publicIds(secret);
    const store = await open({ secret, vocabulary: coreVocabulary });
    let drawn = 0;
    const add = async (draft: Partial<ReportDraft>): Promise<Added> => {
      const agency = draft.agency ?? 'ALPHA';
      const number = `${agency}-2024-${String(++drawn).padStart(6, '0')}`;
      const report = buildReport(ids, { agency, number, records: [], ...draft });
      const [outcome] = await store.addReports([report]);
      const entityIds = outcome && 'entityIds' in outcome ? outcome.entityIds : [];
      return { report, outcome: outcome!, at: (ordinal) => entityIds[ordinal] ?? 'no entity' };
    };
    try {
      await body({
        store,
        ids,
        add,
        see: async (scope, id) => (await store.entities(scope, [id]))[0] ?? null,
        retract: ({ number, origin }) =>
          store.retractReport({ number, agency: origin.agency, reason: 'wrong', by: 'someone', at: 0 }),
      });
    } finally {
      await store.close();
    }
  };
}

export function person(name: string, more: Partial<RecordDraft> = {}): RecordDraft {
  return { kind: 'PERSON', caption: name, values: { name: [name] }, ...more };
}

/** `lastFour`: of 504 555 xxxx. */
export function phone(lastFour: string, more: Partial<RecordDraft> = {}): RecordDraft {
  const number = `+1504555${lastFour}`;
  return { kind: 'PHONE', key: `PHONE ${number}`, caption: number, values: { number: [number] }, ...more };
}

export function address(full: string): RecordDraft {
  return { kind: 'ADDRESS', key: `ADDRESS ${full}`, caption: full, values: { full: [full] } };
}

export function legalCase(number: string, status?: string): RecordDraft {
  const values = { number: [number], ...(status === undefined ? {} : { status: [status] }) };
  return { kind: 'CASE', key: `CASE ALPHA|${number}`, caption: number, values };
}

export function expansion(ids: readonly string[], more: Partial<ExpandQuery> = {}): ExpandQuery {
  return {
    ids,
    linkKinds: null,
    entityKinds: null,
    direction: null,
    window: noWindow,
    exclude: [],
    order: 'NEWEST',
    limit: 50,
    ...more,
  };
}

export function itemsOf<T>(page: { readonly items: readonly { readonly item: T }[] }): T[] {
  return page.items.map(({ item }) => item);
}
