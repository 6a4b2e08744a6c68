import type { Scope } from '../../../model/scope.ts';
import type { Page, PageRequest, RecordView } from '../../../model/views.ts';
import type { RecordPosition } from '../hub/hubRecords.ts';
import { recordFacts, recordView, type EntityRecord, type RecordRow } from '../mappers/recordFacts.ts';
import { countRecords, pageRecords } from '../queries/readEntities.ts';
import { emptyPage, pageOf } from './pageOf.ts';
import { Sight, type ReadContext } from './sight.ts';

type Shown = Pick<EntityRecord, 'id' | 'entityId' | 'reportNumber' | 'receivedAt' | 'properties'>;

interface Found {
  /** In order, one more than asked for where there are more. */
  readonly rows: readonly Shown[];
  readonly total: number;
}

/** Records of an entity in scope, newest received first, then id. Those of a hub are in memory, in order. */
export async function readRecords(at: ReadContext, scope: Scope, entityId: string, page: PageRequest): Promise<Page<RecordView>> {
  const sight = new Sight(at, scope);
  const entity = (await sight.findWithVersions([entityId])).get(entityId);
  if (!entity) return emptyPage();
  const after = page.after && { receivedAt: page.after[0] as number, id: page.after[1] as string };
  const asked = { id: entity.id, after, most: page.first + 1 };
  const { rows, total } = await (entity.version === null ? pageOfFew(sight, asked) : pageOfHub(sight, entity.version, asked));
  const isProtected = (await sight.protectedAmong([entity])).has(entity.id);
  return pageOf(rows, {
    first: page.first,
    total,
    positionOf: ({ receivedAt, id }) => [receivedAt, id],
    viewOf: (row) => recordView(row, isProtected),
  });
}

interface Asked {
  readonly id: string;
  readonly after: RecordPosition | null;
  readonly most: number;
}

async function pageOfFew(sight: Sight, { id, after, most }: Asked): Promise<Found> {
  const [rows, [count]] = await Promise.all([
    sight.read<RecordRow>(pageRecords, { id, received: after?.receivedAt ?? null, after: after?.id ?? null, limit: most }),
    sight.read<{ total: number }>(countRecords, { id }),
  ]);
  return { rows: rows.map(recordFacts), total: count?.total ?? 0 };
}

async function pageOfHub(sight: Sight, version: number, { id, after, most }: Asked): Promise<Found> {
  const records = await sight.at.hubs.records(id, version);
  const rows = records.page(sight.scope, after, most).map((row) => ({ ...row, entityId: id }));
  return { rows, total: records.fold(sight.scope).records };
}
