import type { EntityKind, LinkKind } from './kind.ts';

/** Every kind of entity and link the product knows. Handed around as a value, so that a test can add one. */
export interface Vocabulary {
  readonly entityKinds: ReadonlyMap<string, EntityKind>;
  readonly linkKinds: ReadonlyMap<string, LinkKind>;
}

/** @throws Error when two kinds share a name or an end names no kind: a mistake of the programmer. */
export function makeVocabulary(entityKinds: readonly EntityKind[], linkKinds: readonly LinkKind[]): Vocabulary {
  const entities = byName(entityKinds);
  const links = byName(linkKinds);
  for (const link of linkKinds)
    for (const name of link.ends.flatMap((end) => [...(end.from ?? []), ...(end.to ?? [])]))
      if (!entities.has(name)) throw new Error(`Link kind ${link.kind} names the unknown entity kind ${name}`);
  return { entityKinds: entities, linkKinds: links };
}

/** Whether a link of this kind may join these two kinds of entity, in this direction. */
export function mayJoin(link: LinkKind, from: string, to: string): boolean {
  return link.ends.some((end) => allows(end.from, from) && allows(end.to, to));
}

function allows(kinds: readonly string[] | null, kind: string): boolean {
  return kinds === null || kinds.includes(kind);
}

function byName<K extends { readonly kind: string }>(kinds: readonly K[]): Map<string, K> {
  const map = new Map<string, K>();
  for (const kind of kinds) {
    if (map.has(kind.kind)) throw new Error(`Two kinds are called ${kind.kind}`);
    map.set(kind.kind, kind);
  }
  return map;
}
