import { foldWords, type EntityKind } from '@linchpin/schema';
import type { PreparedProperty } from '../../model/prepared.ts';
import { valuesByName } from './cleanProperties.ts';

/** How a record is called and the words under which it is found: distinct, folded, sorted. */
export function describeRecord(
  kind: EntityKind,
  properties: readonly PreparedProperty[],
): { readonly caption: string | null; readonly words: readonly string[] } {
  const caption = kind.caption(valuesByName(properties, 'value'));
  const words = new Set(caption === null ? [] : foldWords(caption));
  for (const property of properties) {
    const type = kind.properties.find((definition) => definition.name === property.name)?.type;
    for (const { value } of property.values) for (const word of type?.words(value) ?? []) words.add(word);
  }
  return { caption, words: [...words].sort() };
}
