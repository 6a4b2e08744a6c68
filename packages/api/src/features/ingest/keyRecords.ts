import type { KeyContext } from '@linchpin/schema';
import type { Origin } from '../../model/scope.ts';
import type { CleanLink } from './prepareLinks.ts';
import type { CleanRecord } from './prepareRecords.ts';

/** Keys wait for each other no deeper than this (stay, lodging, address); a circle of events ends here too. */
const depth = 6;

/**
 * Natural keys of every record, strongest first, with their kind (`PHONE +15045550142`).
 * A key may depend on the strongest keys of linked records (a stay's on its lodging's), so they are asked until
 * nothing changes any more.
 */
export function keyRecords(records: readonly CleanRecord[], links: readonly CleanLink[], origin: Origin): (readonly string[])[] {
  const report = new LinkedKeys(records, links, origin);
  const none: readonly string[] = [];
  let keys = records.map(() => none);
  let waiting = records.map((_, ordinal) => ordinal);
  for (let round = 0; round < depth && waiting.length > 0; round++) {
    const before = keys;
    keys = [...before];
    const changed = new Set<number>();
    for (const ordinal of waiting) {
      const { kind, values } = records[ordinal]!;
      const found = kind.keys(values, report.around(ordinal, before));
      keys[ordinal] = found.map((key) => `${kind.kind} ${key}`);
      if (keys[ordinal][0] !== before[ordinal]![0]) changed.add(ordinal);
    }
    waiting = report.dependentsOn(changed);
  }
  return keys;
}

/** What the key of one record after the other may depend on. */
class LinkedKeys implements KeyContext {
  readonly agency: string;
  readonly audience: string;
  readonly #records: readonly CleanRecord[];
  readonly #links: readonly CleanLink[];
  /** Links of each record, once one is asked for. */
  #joined: CleanLink[][] | null = null;
  /** Records that asked for keys of others. */
  readonly #dependent = new Set<number>();
  #ordinal = 0;
  #keys: readonly (readonly string[])[] = [];

  constructor(records: readonly CleanRecord[], links: readonly CleanLink[], { agency, audience }: Origin) {
    [this.agency, this.audience] = [agency, audience];
    [this.#records, this.#links] = [records, links];
  }

  /** For this record from now on, with the keys known by now. */
  around(ordinal: number, keys: readonly (readonly string[])[]): KeyContext {
    [this.#ordinal, this.#keys] = [ordinal, keys];
    return this;
  }

  linked(linkKind: string, end: 'from' | 'to'): string[] {
    const ordinal = this.#ordinal;
    this.#dependent.add(ordinal);
    this.#joined ??= joinEnds(this.#records.length, this.#links);
    const strongest = new Set<string>();
    for (const { kind, from, to } of this.#joined[ordinal]!) {
      const [here, there] = end === 'to' ? [from, to] : [to, from];
      const key = kind === linkKind && here === ordinal ? this.#keys[there]![0] : undefined;
      if (key !== undefined) strongest.add(key);
    }
    return [...strongest].sort();
  }

  isUnverified(name: string): boolean {
    const property = this.#records[this.#ordinal]!.properties.find((known) => known.name === name);
    return property?.values.some((value) => value.isUnverified) ?? false;
  }

  /** Those that asked, and are linked to one of these. */
  dependentsOn(ordinals: ReadonlySet<number>): number[] {
    const found = new Set<number>();
    if (ordinals.size === 0 || this.#dependent.size === 0) return [];
    for (const { from, to } of this.#links) {
      if (ordinals.has(from) && this.#dependent.has(to)) found.add(to);
      if (ordinals.has(to) && this.#dependent.has(from)) found.add(from);
    }
    return [...found];
  }
}

function joinEnds(records: number, links: readonly CleanLink[]): CleanLink[][] {
  const joined: CleanLink[][] = Array.from({ length: records }, () => []);
  for (const link of links) {
    joined[link.from]!.push(link);
    joined[link.to]!.push(link);
  }
  return joined;
}
