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
    entityKinds: [...entityKinds.values()].map(packEntityKind),
    linkKinds: [...linkKinds.values()].map(({ properties, ...data }) => ({ ...data, properties: packProperties(properties) })),
  };
}

/** A function forgotten here would be noticed: it cannot be sent to a thread. */
function packEntityKind(kind: EntityKind): CarriedKind<EntityKind> {
  const { properties, derive: _d, caption: _c, keys: _k, lookupKeys: _l, parseLookup: _p, ...data } = kind;
  return { ...data, properties: packProperties(properties) };
}

function packProperties(properties: readonly PropertyDefinition[]): Omit<PropertyDefinition, 'type'>[] {
  return properties.map(({ type: _, ...property }) => property);
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
