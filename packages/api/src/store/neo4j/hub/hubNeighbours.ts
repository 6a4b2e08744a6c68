import type { LinkCountView, Direction } from '../../../model/views.ts';
import { compareText } from '../../../model/entityView.ts';
import { isTelling } from '../../../model/protection.ts';
import type { Window } from '../../../model/moment.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { timeOf, type HubLinks, type HubSummary } from './hubLinks.ts';
import type { HubNames } from './hubNames.ts';

/** What of a hub a question may see and wants. Lists by number: 1 is wanted; null: all. */
export interface HubFilter {
  readonly sight: Uint8Array;
  readonly sorts: Uint8Array | null;
  readonly kinds: Uint8Array | null;
  /** Whether the link would tell of a protected person. */
  readonly hides: ((neighbour: number, sort: number) => boolean) | null;
}

/** Neighbours, each with what the rows that count come to. Columns of one length. */
export interface HubNeighbours {
  readonly neighbours: number[];
  readonly links: number[];
  readonly reports: number[];
  /** NaN: never. */
  readonly last: number[];
  /** Undated links, also of rows outside the window. */
  undated: number;
}

export type MatchesWindow = (neighbour: number, sort: number) => boolean;

/** Of the rows that the filter lets through, those of bundles that match. */
export function gatherNeighbours(links: HubLinks, filter: HubFilter, matches: MatchesWindow | null): HubNeighbours {
  const found: HubNeighbours = { neighbours: [], links: [], reports: [], last: [], undated: 0 };
  for (let neighbour = 0; neighbour < links.ids.length; neighbour++) {
    if (filter.kinds && !filter.kinds[links.kinds[neighbour]!]) continue;
    let count = 0;
    let reports = 0;
    let last = NaN;
    for (let at = links.head[neighbour]!; at >= 0; at = links.next[at]!) {
      if (!counts(links, filter, neighbour, at)) continue;
      found.undated += links.undated(at);
      if (matches && !matches(neighbour, links.sorts[at]!)) continue;
      count += links.links[at]!;
      reports += links.reports[at]!;
      const time = links.last[at]!;
      if (!(time <= last)) last = Number.isNaN(time) ? last : time;
    }
    if (count === 0) continue;
    found.neighbours.push(neighbour);
    found.links.push(count);
    found.reports.push(reports);
    found.last.push(last);
  }
  return found;
}

/** Rows of one neighbour that count, as reads of small entities have them. */
export function rowsOfNeighbour(
  links: HubLinks,
  filter: HubFilter,
  neighbour: number,
  matches: MatchesWindow | null = null,
): SeenRow[] {
  const rows: SeenRow[] = [];
  for (let at = links.head[neighbour]!; at >= 0; at = links.next[at]!)
    if (counts(links, filter, neighbour, at) && (!matches || matches(neighbour, links.sorts[at]!)))
      rows.push(links.row(neighbour, at));
  return rows;
}

export function allRows(links: HubLinks, filter: HubFilter): SeenRow[] {
  return links.ids.flatMap((_, neighbour) =>
    filter.kinds && !filter.kinds[links.kinds[neighbour]!] ? [] : rowsOfNeighbour(links, filter, neighbour),
  );
}

/** Distinct neighbours, least start and greatest time of the rows that count. */
export function summarise(links: HubLinks, filter: HubFilter): HubSummary {
  let neighbours = 0;
  let first = NaN;
  let last = NaN;
  for (let neighbour = 0; neighbour < links.ids.length; neighbour++) {
    let isSeen = 0;
    for (let at = links.head[neighbour]!; at >= 0; at = links.next[at]!) {
      if (!counts(links, filter, neighbour, at)) continue;
      isSeen = 1;
      if (!(links.first[at]! >= first)) first = Number.isNaN(links.first[at]!) ? first : links.first[at]!;
      if (!(links.last[at]! <= last)) last = Number.isNaN(links.last[at]!) ? last : links.last[at]!;
    }
    neighbours += isSeen;
  }
  return { neighbours, firstLink: timeOf(first), lastLink: timeOf(last) };
}

/** As `countLinks` of the model, over a hub. */
export function countHubLinks(links: HubLinks, filter: HubFilter, names: HubNames): LinkCountView[] {
  const groups = new Map<number, { links: number; neighbours: number; seen: number }>();
  for (let neighbour = 0; neighbour < links.ids.length; neighbour++) {
    const kind = links.kinds[neighbour]!;
    for (let at = links.head[neighbour]!; at >= 0; at = links.next[at]!) {
      if (!counts(links, filter, neighbour, at)) continue;
      const key = kind * 4_096 + links.sorts[at]!;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { links: 0, neighbours: 0, seen: -1 }));
      group.links += links.links[at]!;
      if (group.seen !== neighbour) group.neighbours++;
      group.seen = neighbour;
    }
  }
  return [...groups]
    .map(([key, { links: count, neighbours }]) => ({
      linkKind: names.linkKindOf(key % 4_096),
      entityKind: names.entityKinds.name(Math.floor(key / 4_096)),
      direction: names.directionOf(key % 4_096),
      links: count,
      neighbours,
    }))
    .sort(
      (a, b) =>
        compareText(a.linkKind, b.linkKind) || compareText(a.entityKind, b.entityKind) || compareText(a.direction, b.direction),
    );
}

export type InWindow = 'yes' | 'no' | 'look';

/**
 * Whether a relationship has a link in the window, from what is noted on it; 'look' where only its links can say: the
 * least start is before the window and something ends in it or after.
 */
export function inWindowByRow(
  { links, first, end }: { readonly links: number; readonly first: number | null; readonly end: number | null },
  { since, until }: Window,
): InWindow {
  if (first === null || (until !== null && first >= until)) return 'no';
  if (since === null || first >= since) return 'yes';
  if (end === null) return 'look';
  if (links === 1) return end > since ? 'yes' : 'no';
  return end < since ? 'no' : 'look';
}

/** Sorts whose links to these kinds would tell of a protected person at either end. */
export function telling(names: HubNames, hubKind: string, sort: number, otherKind: number): boolean {
  return isTelling(names.linkKindOf(sort), hubKind, names.entityKinds.name(otherKind));
}

export function wantedSorts(
  names: HubNames,
  linkKinds: readonly string[] | null,
  direction: Direction | null,
): Uint8Array | null {
  if (linkKinds === null && direction === null) return null;
  return Uint8Array.from({ length: names.linkKinds.size * 4 }, (_, sort) => {
    const isKind = linkKinds === null || linkKinds.includes(names.linkKindOf(sort));
    return isKind && (direction === null || names.directionOf(sort) === direction) ? 1 : 0;
  });
}

function counts(links: HubLinks, { sight, sorts, hides }: HubFilter, neighbour: number, at: number): boolean {
  const sort = links.sorts[at]!;
  return sight[links.origins[at]!] === 1 && (!sorts || sorts[sort] === 1) && !(hides && hides(neighbour, sort));
}
