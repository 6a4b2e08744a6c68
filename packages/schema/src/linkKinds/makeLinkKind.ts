import type { LinkKind } from '../kind.ts';

type Optional = 'isSymmetric' | 'isInferred' | 'hasArrow' | 'properties';

/** A link kind from what is special about it: directed, said by a report, drawn without an arrow unless said. */
export function makeLinkKind(parts: Omit<LinkKind, Optional> & Partial<Pick<LinkKind, Optional>>): LinkKind {
  return { isSymmetric: false, isInferred: false, hasArrow: false, properties: [], ...parts };
}
