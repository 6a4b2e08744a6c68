import { makeVocabulary, type EntityKind, type LinkKind, type PropertyType, type Vocabulary } from '@linchpin/schema';

const text: PropertyType = {
  name: 'text',
  clean: (value) => ({ ok: true, value }),
  compare: (a, b) => (a === b ? 1 : 0),
  show: (value) => value,
  words: (value) => [value],
};

function entityKind(kind: string, label: string, properties: readonly string[], answersWithPointer = false): EntityKind {
  return {
    kind,
    typeName: label,
    label,
    plural: `${label}s`,
    family: 'record',
    layer: 'what',
    icon: 'circle',
    properties: properties.map((name) => ({ name, label: name, type: text })),
    caption: () => null,
    keys: () => [],
    parseLookup: () => [],
    answersWithPointer,
  };
}

function linkKind(kind: string, ends: LinkKind['ends'], isSymmetric = false): LinkKind {
  return { kind, label: kind, reverseLabel: kind, isSymmetric, isInferred: false, hasArrow: false, ends, properties: [] };
}

const people = ['PERSON', 'ORGANIZATION'];

/** The few kinds that the rules of sight, counting and protection speak of. */
export const contractVocabulary: Vocabulary = makeVocabulary(
  [
    entityKind('PERSON', 'Person', ['name', 'alias', 'identityNumber'], true),
    entityKind('ORGANIZATION', 'Organization', ['name']),
    entityKind('PHONE', 'Phone', ['number'], true),
    entityKind('ADDRESS', 'Address', ['full']),
    entityKind('VEHICLE', 'Vehicle', ['vin', 'plate'], true),
    entityKind('CASE', 'Case', ['number', 'status']),
  ],
  [
    linkKind('USES', [{ from: people, to: ['PHONE'] }]),
    linkKind('HOLDS', [{ from: people, to: ['VEHICLE'] }]),
    linkKind('RESIDES_AT', [{ from: people, to: ['ADDRESS'] }]),
    linkKind('ASSOCIATED_WITH', [{ from: null, to: null }]),
    linkKind('CALLED', [{ from: ['PHONE'], to: ['PHONE'] }]),
    linkKind('KNOWS', [{ from: ['PERSON'], to: ['PERSON'] }], true),
    linkKind('KIN', [{ from: ['PERSON'], to: ['PERSON'] }], true),
    linkKind('EMPLOYS', [{ from: people, to: ['PERSON'] }]),
    linkKind('INVOLVED_IN', [{ from: null, to: ['CASE'] }]),
  ],
);
