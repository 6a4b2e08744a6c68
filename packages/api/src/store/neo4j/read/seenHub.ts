import type { Window } from '../../../model/moment.ts';
import type { RecordFold } from '../../../model/recordFold.ts';
import { isProtected, type ProtectionFacts } from '../../../model/protection.ts';
import type { Direction, LinkCountView } from '../../../model/views.ts';
import type { HubLinks, HubSummary } from '../hub/hubLinks.ts';
import {
  allRows,
  countHubLinks,
  gatherNeighbours,
  rowsOfNeighbour,
  summarise,
  telling,
  wantedSorts,
  type HubFilter,
  type HubNeighbours,
  type MatchesWindow,
} from '../hub/hubNeighbours.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { tellingKinds } from '../queries/deriveProtection.ts';
import { readProtectionAtHub } from '../queries/readHubs.ts';
import { matchWindow } from './matchWindow.ts';
import type { FoundHub, RowFilter, Sight } from './sight.ts';

export interface HubRowFilter extends RowFilter {
  readonly direction: Direction | null;
}

/** One viewer's sight of one hub: what it has in memory, telling links of protected people left out. */
export class SeenHub {
  readonly #sight: Sight;
  readonly #hub: FoundHub;
  readonly #hides: HubFilter['hides'];

  private constructor(
    sight: Sight,
    hub: FoundHub,
    readonly links: HubLinks,
    hides: HubFilter['hides'],
  ) {
    this.#sight = sight;
    this.#hub = hub;
    this.#hides = hides;
  }

  static async open(sight: Sight, hub: FoundHub): Promise<SeenHub> {
    const links = await sight.at.hubs.links(hub.id, hub.version);
    return new SeenHub(sight, hub, links, hub.isGuarded ? await findHidden(sight, hub, links) : null);
  }

  rows(filter: RowFilter): SeenRow[] {
    return allRows(this.links, this.#filter({ ...filter, direction: null }));
  }

  rowsTo(id: string): SeenRow[] {
    const neighbour = this.links.neighbour(id);
    return neighbour === undefined ? [] : rowsOfNeighbour(this.links, this.#filter(), neighbour);
  }

  counts(): LinkCountView[] {
    return countHubLinks(this.links, this.#filter(), this.#sight.at.hubs.names);
  }

  summary(): HubSummary {
    const workOut = (): HubSummary => summarise(this.links, this.#filter());
    // What protection hides depends on more than the hub.
    return this.#hides ? workOut() : this.links.summary(this.#sight.scope.key, workOut);
  }

  /** Neighbours that match, and how to read the rows of one of them. */
  async neighbours(
    filter: HubRowFilter,
    window: Window,
  ): Promise<{ readonly found: HubNeighbours; readonly rowsOf: (neighbour: number) => SeenRow[] }> {
    const matches = await this.#inWindow(filter, window);
    const wanted = this.#filter(filter);
    return {
      found: gatherNeighbours(this.links, wanted, matches),
      rowsOf: (neighbour) => rowsOfNeighbour(this.links, wanted, neighbour, matches),
    };
  }

  async records(): Promise<RecordFold> {
    return (await this.#sight.at.hubs.records(this.#hub.id, this.#hub.version)).fold(this.#sight.scope);
  }

  async #inWindow(filter: HubRowFilter, window: Window): Promise<MatchesWindow | null> {
    if (window.since === null && window.until === null) return null;
    const rows = allRows(this.links, this.#filter(filter));
    const names = this.#sight.at.hubs.names;
    const matching = new Set(
      (await matchWindow(this.#sight, rows, window)).map(
        (row) => `${this.links.neighbour(row.otherId)} ${names.sort(row.linkKind, row.direction)}`,
      ),
    );
    return (neighbour, sort) => matching.has(`${neighbour} ${sort}`);
  }

  #filter(
    { linkKinds, entityKinds, direction }: HubRowFilter = { linkKinds: null, entityKinds: null, direction: null },
  ): HubFilter {
    const { names } = this.#sight.at.hubs;
    return {
      sight: names.origins.sight(this.#sight.scope),
      sorts: wantedSorts(names, linkKinds, direction),
      kinds:
        entityKinds &&
        Uint8Array.from({ length: names.entityKinds.size }, (_, kind) =>
          Number(entityKinds.includes(names.entityKinds.name(kind))),
        ),
      hides: this.#hides,
    };
  }
}

/** Only a guarded hub can have links that tell of somebody protected. */
async function findHidden(sight: Sight, hub: FoundHub, links: HubLinks): Promise<HubFilter['hides']> {
  const facts = await sight.read<ProtectionFacts & { readonly id: string }>(readProtectionAtHub(tellingKinds.join('|')), {
    id: hub.id,
  });
  const shy = new Set(facts.flatMap((row) => (isProtected(row) ? [row.id] : [])));
  if (shy.size === 0) return null;
  const { names } = sight.at.hubs;
  const isShy = new Set([...shy].flatMap((id) => links.neighbour(id) ?? []));
  return (neighbour, sort) =>
    (shy.has(hub.id) || isShy.has(neighbour)) && telling(names, hub.kind, sort, links.kinds[neighbour]!);
}
