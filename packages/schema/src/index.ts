export type { CleanContext, CleanValue, Cleaned, PropertyType, Refusal } from './propertyType.ts';
export type { CleanProperties, EntityKind, Family, KeyContext, Layer, LinkKind, PropertyDefinition } from './kind.ts';
export { makeVocabulary, mayJoin, type Vocabulary } from './vocabulary.ts';
