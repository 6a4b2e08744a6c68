/** A bundle's public id names what it is, so that nothing need be stored: `FROM.KIND.TO`. Symmetric kinds have their ends ordered. */
export interface BundleKey {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export function bundleKey(kind: string, from: string, to: string, isSymmetric: boolean): BundleKey {
  return isSymmetric && to < from ? { kind, from: to, to: from } : { kind, from, to };
}

export function writeBundleId(key: BundleKey): string {
  return `${key.from}.${key.kind}.${key.to}`;
}

export function readBundleId(id: string): BundleKey | null {
  const match = /^([a-z2-7]{26})\.([A-Z_]+)\.([a-z2-7]{26})$/.exec(id);
  return match ? { from: match[1]!, kind: match[2]!, to: match[3]! } : null;
}
