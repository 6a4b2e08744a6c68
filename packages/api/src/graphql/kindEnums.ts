import { registerEnumType } from 'type-graphql';
import type { Vocabulary } from '@linchpin/schema';

interface KindEnum {
  readonly values: Record<string, string>;
  readonly notes: Record<string, { description: string }>;
}

const entityKinds: KindEnum = { values: {}, notes: {} };
const linkKinds: KindEnum = { values: {}, notes: {} };

export const EntityKindEnum: Readonly<Record<string, string>> = entityKinds.values;
export const LinkKindEnum: Readonly<Record<string, string>> = linkKinds.values;

registerEnumType(entityKinds.values, {
  name: 'EntityKind',
  description: 'Kinds of entity that the vocabulary knows.',
  valuesConfig: entityKinds.notes,
});
registerEnumType(linkKinds.values, {
  name: 'LinkKind',
  description: 'Kinds of link that the vocabulary knows.',
  valuesConfig: linkKinds.notes,
});

/**
 * Fills the two enums from a vocabulary. type-graphql reads them while it builds a schema, from a registry of
 * the whole process: call it right before building, in one synchronous step.
 */
export function fillKindEnums(vocabulary: Vocabulary): void {
  fill(entityKinds, [...vocabulary.entityKinds.values()], (kind) => kind.label);
  fill(linkKinds, [...vocabulary.linkKinds.values()], (kind) => `${kind.label}; the other way: ${kind.reverseLabel}.`);
}

function fill<K extends { readonly kind: string }>(target: KindEnum, kinds: readonly K[], describe: (kind: K) => string): void {
  for (const name of Object.keys(target.values)) delete target.values[name];
  for (const kind of kinds) {
    target.values[kind.kind] = kind.kind;
    target.notes[kind.kind] = { description: describe(kind) };
  }
}
