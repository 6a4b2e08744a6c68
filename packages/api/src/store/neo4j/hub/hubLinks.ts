import type { Direction } from '../../../model/views.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import type { HubNames } from './hubNames.ts';

/** A relationship of a hub as it is stored, whoever may see it. */
export interface HubLinkRow extends Omit<SeenRow, 'entityId'> {
  readonly audience: string;
}

export const directions: readonly Direction[] = ['OUT', 'IN', 'NONE'];

const none = -1;
const scopesKept = 200;

export interface HubSummary {
  readonly neighbours: number;
  readonly firstLink: number | null;
  readonly lastLink: number | null;
}

/**
 * All relationships of one hub in memory, by neighbour: `rows(neighbour)` are what each origin says. Columns are plain
 * arrays of numbers; NaN stands for no time. A sort is a link kind with a direction.
 */
export class HubLinks {
  readonly ids: string[] = [];
  readonly kinds: number[] = [];
  readonly sorts: number[] = [];
  readonly origins: number[] = [];
  readonly links: number[] = [];
  readonly reports: number[] = [];
  readonly last: number[] = [];
  readonly first: number[] = [];
  /** First row of each neighbour, and the row after each row; -1 ends. */
  readonly head: number[] = [];
  readonly next: number[] = [];
  readonly #sure: number[] = [];
  readonly #undated: number[] = [];
  readonly #end: number[] = [];
  readonly #neighbours = new Map<string, number>();
  readonly #names: HubNames;
  readonly #entityId: string;
  readonly #summaries = new Map<string, HubSummary>();
  #live = 0;

  constructor(entityId: string, names: HubNames) {
    this.#entityId = entityId;
    this.#names = names;
  }

  /** Rows in memory, those replaced among them. */
  get size(): number {
    return this.sorts.length;
  }

  /** Most rows in memory were replaced: `compacted` takes less. */
  get isSparse(): boolean {
    return this.size > 2 * this.#live + 1_000;
  }

  neighbour(id: string): number | undefined {
    return this.#neighbours.get(id);
  }

  /** What a scope sees in all, worked out once until something changes. */
  summary(scopeKey: string, workOut: () => HubSummary): HubSummary {
    const known = this.#summaries.get(scopeKey);
    if (known) return known;
    if (this.#summaries.size >= scopesKept) this.#summaries.clear();
    const made = workOut();
    this.#summaries.set(scopeKey, made);
    return made;
  }

  /** What joins these neighbours is now this, and nothing else. */
  replace(neighbours: readonly string[], rows: readonly HubLinkRow[]): void {
    this.#summaries.clear();
    for (const id of neighbours) {
      const known = this.#neighbours.get(id);
      if (known === undefined) continue;
      for (let at = this.head[known]!; at !== none; at = this.next[at]!) this.#live--;
      this.head[known] = none;
    }
    for (const row of rows) this.add(row);
  }

  compacted(): HubLinks {
    const made = new HubLinks(this.#entityId, this.#names);
    for (const [neighbour, head] of this.head.entries())
      for (let at = head; at !== none; at = this.next[at]!) made.add({ ...this.row(neighbour, at), ...this.#originOf(at) });
    return made;
  }

  add(row: HubLinkRow): void {
    const neighbour = this.#neighbourOf(row);
    const at = this.sorts.push(this.#names.sort(row.linkKind, row.direction)) - 1;
    this.origins.push(this.#names.origins.number(row));
    this.links.push(row.links);
    this.reports.push(row.reports);
    this.#sure.push(row.sureLinks);
    this.#undated.push(row.undated);
    this.first.push(row.first ?? NaN);
    this.last.push(row.last ?? NaN);
    this.#end.push(row.end ?? NaN);
    this.next.push(this.head[neighbour]!);
    this.head[neighbour] = at;
    this.#live++;
  }

  /** A row as reads of small entities have it. */
  row(neighbour: number, at: number): SeenRow {
    const sort = this.sorts[at]!;
    return {
      entityId: this.#entityId,
      otherId: this.ids[neighbour]!,
      otherKind: this.#names.entityKinds.name(this.kinds[neighbour]!),
      linkKind: this.#names.linkKindOf(sort),
      direction: this.#names.directionOf(sort),
      agency: this.#names.origins.agency(this.origins[at]!),
      links: this.links[at]!,
      reports: this.reports[at]!,
      sureLinks: this.#sure[at]!,
      undated: this.#undated[at]!,
      first: timeOf(this.first[at]!),
      last: timeOf(this.last[at]!),
      end: timeOf(this.#end[at]!),
    };
  }

  undated(at: number): number {
    return this.#undated[at]!;
  }

  end(at: number): number {
    return this.#end[at]!;
  }

  #originOf(at: number): { readonly agency: string; readonly audience: string } {
    return this.#names.origins.origin(this.origins[at]!);
  }

  #neighbourOf({ otherId, otherKind }: HubLinkRow): number {
    const known = this.#neighbours.get(otherId);
    if (known !== undefined) return known;
    const made = this.ids.push(otherId) - 1;
    this.kinds.push(this.#names.entityKinds.number(otherKind));
    this.head.push(none);
    this.#neighbours.set(otherId, made);
    return made;
  }
}

export function timeOf(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}
