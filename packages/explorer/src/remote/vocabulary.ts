import { createStore } from 'zustand/vanilla';
import { VocabularyDocument, type VocabularyQuery } from './generated/documents.ts';
import { request } from './request.ts';

type Answer = NonNullable<VocabularyQuery['vocabulary']>;
export type EntityKindInfo = Answer['entityKinds'][number];
export type LinkKindInfo = Answer['linkKinds'][number];

/** Label and type of a property, for showing it. */
export type PropertyWords = Pick<EntityKindInfo['properties'][number], 'name' | 'label' | 'type'>;

export interface VocabularyWords {
  readonly entityKinds: ReadonlyMap<string, EntityKindInfo>;
  readonly linkKinds: ReadonlyMap<string, LinkKindInfo>;
}

/** Labels, families and icons of kinds, as the service tells them. Empty until fetched once. */
export const vocabulary = createStore<VocabularyWords>(() => ({ entityKinds: new Map(), linkKinds: new Map() }));

export async function fetchVocabulary(signal?: AbortSignal): Promise<VocabularyWords> {
  const { vocabulary: answer } = await request(VocabularyDocument, {}, signal);
  if (answer) receiveVocabulary(answer);
  return vocabulary.getState();
}

export function receiveVocabulary(answer: Answer): void {
  vocabulary.setState({
    entityKinds: new Map(answer.entityKinds.map((kind) => [kind.kind, kind])),
    linkKinds: new Map(answer.linkKinds.map((kind) => [kind.kind, kind])),
  });
}

export function entityKindInfo(kind: string): EntityKindInfo | undefined {
  return vocabulary.getState().entityKinds.get(kind);
}

export function linkKindInfo(kind: string): LinkKindInfo | undefined {
  return vocabulary.getState().linkKinds.get(kind);
}
