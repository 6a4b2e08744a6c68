import type { Vocabulary } from '@linchpin/schema';

/** Relationship types of the bundles between entities, as a pattern: from the vocabulary, never from a request. */
export function linkTypes(vocabulary: Vocabulary): string {
  const kinds = [...vocabulary.linkKinds.keys()];
  const odd = kinds.find((kind) => !/^[A-Z][A-Z0-9_]*$/.test(kind));
  if (odd !== undefined) throw new Error(`The link kind ${odd} cannot be a relationship type`);
  return kinds.join('|');
}
