import { createStore } from 'zustand/vanilla';
import type { BundleCardFragment, EntityCardFragment } from './generated/documents.ts';
import { session } from './session.ts';

type Card = Exclude<EntityCardFragment, { readonly scheme: unknown }>;

/** What the service last said of an entity, by public id. */
export interface EntityRecord extends Card {
  /** Of financial accounts: `bank`, `card`, `app` and the like. */
  readonly scheme?: readonly { readonly value: string }[];
}
/** What the service last said of a bundle (all links of one kind between two entities), by its id. */
export type BundleRecord = BundleCardFragment;

export interface Records {
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly bundles: ReadonlyMap<string, BundleRecord>;
}

const empty: Records = { entities: new Map(), bundles: new Map() };

/** Answers, not state of the chart: nothing here is undone or saved. Another viewer starts with nothing. */
export const records = createStore<Records>(() => empty);

session.subscribe((now, before) => {
  if (now.viewer !== before.viewer) records.setState(empty, true);
});

/** Takes over what an answer says; every read of cards passes through here. */
export function receive(answer: { entities?: readonly EntityRecord[]; bundles?: readonly BundleRecord[] }): void {
  const { entities = [], bundles = [] } = answer;
  if (entities.length + bundles.length === 0) return;
  records.setState((state) => ({
    entities: merge(state.entities, entities),
    bundles: merge(state.bundles, bundles),
  }));
}

function merge<T extends { readonly id: string }>(known: ReadonlyMap<string, T>, news: readonly T[]): ReadonlyMap<string, T> {
  if (news.length === 0) return known;
  const merged = new Map(known);
  for (const one of news) merged.set(one.id, one);
  return merged;
}
