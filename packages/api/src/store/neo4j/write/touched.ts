import type { Vocabulary } from '@linchpin/schema';
import { readBundleId, type BundleKey } from '../../../model/bundleId.ts';
import { compareText } from '../../../model/entityView.ts';

interface OriginName {
  readonly agency: string;
  readonly audience: string;
}

export interface TouchedBundle extends OriginName, BundleKey {
  readonly bundle: string;
}

export interface TouchedHolding extends OriginName {
  readonly id: string;
  readonly entity: string;
}

export function holdingId(entity: string, { agency, audience }: OriginName): string {
  return JSON.stringify([entity, agency, audience]);
}

export function touchedHolding(entity: string, { agency, audience }: OriginName): TouchedHolding {
  return { id: holdingId(entity, { agency, audience }), entity, agency, audience };
}

/** The relationship that a link belongs to; null for a link whose ends became one entity: it joins nothing. */
export function touchedBundle(vocabulary: Vocabulary, bundle: string, { agency, audience }: OriginName): TouchedBundle | null {
  const key = readBundleId(bundle);
  if (!key || !vocabulary.linkKinds.has(key.kind)) throw new Error(`No bundle can be called ${bundle}`);
  return key.from === key.to ? null : { ...key, bundle, agency, audience };
}

/** Each once, in one order for everybody: writers that lock in the same order do not wait for each other in a circle. */
export function inLockOrder<T>(items: Iterable<T>, nameOf: (item: T) => string): T[] {
  const named = new Map<string, T>();
  for (const item of items) named.set(nameOf(item), item);
  return [...named].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
