import { foldWords, type CleanProperties, type EntityKind } from '@linchpin/schema';
import type { PreparedProperty } from '../../model/prepared.ts';
import { definitionOf } from './definitionOf.ts';

/** How a record is called and the words under which it is found: distinct, folded, sorted. */
export function describeRecord(
  kind: EntityKind,
  properties: readonly PreparedProperty[],
  values: CleanProperties,
): { readonly caption: string | null; readonly words: readonly string[] } {
  const caption = kind.caption(values);
  const words = caption === null ? [] : foldWords(caption);
  for (const property of properties) {
    const type = definitionOf(kind.properties, property.name)?.type;
    if (type) for (const { value } of property.values) for (const word of type.words(value)) words.push(word);
  }
  words.sort();
  return { caption, words: words.filter((word, at) => word !== words[at - 1]) };
}
