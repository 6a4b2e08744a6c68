import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Family, isFamily } from './kindMark.ts';

/** How a kind looks and is called. */
export interface KindLook {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly family: Family;
  readonly icon: string;
}

const looks = createStore<{ readonly byKind: ReadonlyMap<string, KindLook> }>(() => ({ byKind: new Map() }));

/** Told once, from the vocabulary. A family that this version does not know looks like a record. */
export function setKindLooks(kinds: readonly (Omit<KindLook, 'family'> & { readonly family: string })[]): void {
  const entries = kinds.map((kind): [string, KindLook] => {
    const family = kind.family.toLowerCase();
    return [kind.kind, { ...kind, family: isFamily(family) ? family : 'record' }];
  });
  looks.setState({ byKind: new Map(entries) });
}

export function kindLook(kind: string): KindLook {
  return looks.getState().byKind.get(kind) ?? unknownLook(kind);
}

export function useKindLook(kind: string): KindLook {
  return useStore(looks, (state) => state.byKind.get(kind)) ?? unknownLook(kind);
}

export function useKindLooks(): ReadonlyMap<string, KindLook> {
  return useStore(looks, (state) => state.byKind);
}

function unknownLook(kind: string): KindLook {
  const word = kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');
  return { kind, label: word, plural: word, family: 'record', icon: 'circle-dot' };
}
