import type { EntityKind, LinkKind, PropertyDefinition, PropertyType, Vocabulary } from '@linchpin/schema';

/** What of a vocabulary is data. Functions stay behind: a store neither cleans nor keys. */
export interface CarriedVocabulary {
  readonly entityKinds: readonly CarriedKind<EntityKind>[];
  readonly linkKinds: readonly CarriedKind<LinkKind>[];
}

type DataOf<T> = { readonly [K in keyof T as NonNullable<T[K]> extends (...asked: never[]) => unknown ? never : K]: T[K] };
type CarriedKind<K> = Omit<DataOf<K>, 'properties'> & { readonly properties: readonly Omit<PropertyDefinition, 'type'>[] };

export function packVocabulary({ entityKinds, linkKinds }: Vocabulary): CarriedVocabulary {
  return {
    entityKinds: [...entityKinds.values()].map(packKind<EntityKind>),
    linkKinds: [...linkKinds.values()].map(packKind<LinkKind>),
  };
}

function packKind<K extends EntityKind | LinkKind>({ properties, ...kind }: K): CarriedKind<K> {
  const data = Object.fromEntries(Object.entries(kind).filter(([, value]) => typeof value !== 'function'));
  return { ...data, properties: properties.map(({ type: _, ...property }) => property) } as unknown as CarriedKind<K>;
}

export function unpackVocabulary({ entityKinds, linkKinds }: CarriedVocabulary): Vocabulary {
  const properties = (carried: readonly Omit<PropertyDefinition, 'type'>[]): PropertyDefinition[] =>
    carried.map((property) => ({ ...property, type: leftBehindType }));
  return {
    entityKinds: new Map(
      entityKinds.map((kind) => [
        kind.kind,
        { ...kind, properties: properties(kind.properties), caption: leftBehind, keys: leftBehind, parseLookup: leftBehind },
      ]),
    ),
    linkKinds: new Map(linkKinds.map((kind) => [kind.kind, { ...kind, properties: properties(kind.properties) }])),
  };
}

function leftBehind(): never {
  throw new Error('Threads of the store have the data of the vocabulary, not its functions');
}

const leftBehindType: PropertyType = {
  name: 'left behind',
  clean: leftBehind,
  compare: leftBehind,
  show: leftBehind,
  words: leftBehind,
};
