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
  const context = linkedKeys(records, links, origin);
  let keys: (readonly string[])[] = records.map(() => []);
  let waiting = records.map((_, ordinal) => ordinal);
  const dependent = new Set<number>();
  for (let round = 0; round < depth && waiting.length > 0; round++) {
    const before = keys;
    keys = [...before];
    for (const ordinal of waiting) {
      const { kind, values } = records[ordinal]!;
      const found = kind.keys(
        values,
        context(ordinal, before, () => dependent.add(ordinal)),
      );
      keys[ordinal] = found.map((key) => `${kind.kind} ${key}`);
    }
    const changed = new Set(waiting.filter((ordinal) => keys[ordinal]![0] !== before[ordinal]![0]));
    waiting = neighboursOf(changed, links).filter((ordinal) => dependent.has(ordinal));
  }
  return keys;
}

function linkedKeys(
  records: readonly CleanRecord[],
  links: readonly CleanLink[],
  origin: Origin,
): (ordinal: number, keys: readonly (readonly string[])[], onAsked: () => void) => KeyContext {
  let joined: Map<string, number[]> | null = null;
  return (ordinal, keys, onAsked) => ({
    agency: origin.agency,
    audience: origin.audience,
    linked(linkKind, end) {
      onAsked();
      const strongest = ((joined ??= joinEnds(links)).get(`${ordinal} ${linkKind} ${end}`) ?? []).map((other) => keys[other]![0]);
      return [...new Set(strongest.filter((key) => key !== undefined))].sort();
    },
    isUnverified(name) {
      const property = records[ordinal]!.properties.find((known) => known.name === name);
      return property?.values.some((value) => value.isUnverified) ?? false;
    },
  });
}

/** Records by place, link kind and end of the others. */
function joinEnds(links: readonly CleanLink[]): Map<string, number[]> {
  const joined = new Map<string, number[]>();
  const join = (ordinal: number, kind: string, end: 'from' | 'to', other: number): void => {
    const name = `${ordinal} ${kind} ${end}`;
    const others = joined.get(name);
    if (others) others.push(other);
    else joined.set(name, [other]);
  };
  for (const link of links) {
    join(link.from, link.kind, 'to', link.to);
    join(link.to, link.kind, 'from', link.from);
  }
  return joined;
}

function neighboursOf(ordinals: ReadonlySet<number>, links: readonly CleanLink[]): number[] {
  const found = new Set<number>();
  if (ordinals.size === 0) return [];
  for (const link of links) {
    if (ordinals.has(link.from)) found.add(link.to);
    if (ordinals.has(link.to)) found.add(link.from);
  }
  return [...found];
}
