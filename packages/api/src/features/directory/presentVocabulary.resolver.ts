import type { EntityKind, LinkKind, PropertyDefinition, Vocabulary } from '@linchpin/schema';
import type { EntityKindInfoType, LinkKindInfoType, PropertyInfoType, VocabularyType } from '../../graphql/vocabularyTypes.ts';

export function presentVocabulary(vocabulary: Vocabulary): VocabularyType {
  const all = [...vocabulary.entityKinds.keys()];
  return {
    entityKinds: [...vocabulary.entityKinds.values()].map(presentEntityKind),
    linkKinds: [...vocabulary.linkKinds.values()].map((kind) => presentLinkKind(kind, all)),
  };
}

function presentEntityKind({ kind, label, plural, family, layer, icon, properties }: EntityKind): EntityKindInfoType {
  return { kind, label, plural, family, layer, icon, properties: properties.map(presentProperty) };
}

function presentLinkKind({ ends, properties, ...kind }: LinkKind, all: readonly string[]): LinkKindInfoType {
  const among = (side: 'from' | 'to'): string[] => all.filter((name) => ends.some((end) => end[side]?.includes(name) ?? true));
  return { ...kind, from: among('from'), to: among('to'), properties: properties.map(presentProperty) };
}

function presentProperty({ name, label, type, isIdentifier }: PropertyDefinition): PropertyInfoType {
  return { name, label, type: type.name, isIdentifier: isIdentifier ?? false };
}
