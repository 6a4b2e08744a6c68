import type { Vocabulary } from '@linchpin/schema';

/** Link kinds whose direction is NONE. */
export function symmetricKinds({ linkKinds }: Vocabulary): string[] {
  return [...linkKinds.values()].filter((kind) => kind.isSymmetric).map((kind) => kind.kind);
}
