import type { UseCase } from '../../gate/useCase.ts';
import type { Connection } from '../../model/connection.ts';
import type { EntityView } from '../../model/views.ts';
import type { OverlapView } from '../../store/ports/graphStore.ts';
import type { Agency } from '../../store/ports/workStore.ts';
import { requireAtMost, requireBetween } from './bounds.ts';
import { tellHolders } from './contactsOf.ts';
import { connectUncounted, makeCursors, type PageInput } from './cursors.ts';

export interface OverlapsInput {
  readonly agencies: readonly string[] | null;
  readonly jurisdictions: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly since: number | null;
  readonly minimumAgencies: number;
  readonly order: 'STRENGTH' | 'NEWEST';
  readonly page: PageInput;
}

export type OverlapEntity = OverlapView & { readonly entity: EntityView; readonly isNew: boolean };

const mostAgencies = 1_000;
const newFor = 7 * 86_400_000;

/** Entities that several agencies have met: where their investigations touch. */
export const listOverlaps: UseCase<OverlapsInput, Connection<OverlapEntity>> = {
  name: 'listOverlaps',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { page, jurisdictions, ...filter }) {
    requireBetween('minimumAgencies', filter.minimumAgencies, 2, mostAgencies);
    requireAtMost('agencies', filter.agencies ?? [], mostAgencies);
    requireAtMost('jurisdictions', jurisdictions ?? [], mostAgencies);
    const { graph, scope } = context;
    const cursors = makeCursors(context, { query: 'overlaps', arguments: { ...filter, jurisdictions } });
    const request = cursors.request(page);
    const agencyGroups = groupByJurisdiction((await context.directory()).agencies, jurisdictions);
    // Strength decays with time: all pages of a list keep the clock of its first, which travels in the cursor.
    const [clock, ...after] = request.after ?? [];
    const now = typeof clock === 'number' ? clock : context.now();
    const pageOfStore = { first: request.first, after: request.after && after };
    const found = await graph.overlaps(scope, { ...filter, agencyGroups, now, page: pageOfStore });
    const ids = found.items.map(({ item }) => item.entityId);
    const views = await graph.entities(scope, ids);
    // An agency named here for a record that the viewer may not read is told, as it is by a look-up.
    const pointing = found.items.filter(({ item }) => item.pointerAgencies.length > 0).map(({ item }) => item.entityId);
    await tellHolders(
      context,
      (await graph.pointers(scope, pointing)).flatMap(({ encounters }) => encounters),
    );
    const items = found.items.flatMap(({ item, position }, index) => {
      const entity = views[index];
      const isNew = item.sharedSince !== null && now - item.sharedSince < newFor;
      return entity ? [{ item: { ...item, entity, isNew }, position: [now, ...position] }] : [];
    });
    return connectUncounted({ ...found, items }, cursors, page.first);
  },
  describe: ({ page, ...filter }) => ({ ...filter, first: page.first }),
  count: ({ edges }) => edges.length,
};

/** Each jurisdiction asked for as the agencies that serve it. */
function groupByJurisdiction(agencies: readonly Agency[], jurisdictions: readonly string[] | null): string[][] {
  return (jurisdictions ?? []).map((id) =>
    agencies.filter((agency) => agency.jurisdictions.includes(id)).map((agency) => agency.id),
  );
}
