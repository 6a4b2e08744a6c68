import { makeLinkKind } from './makeLinkKind.ts';
import { rule, score } from './statedProperties.ts';

/** Nearly the same text. */
export const nearDuplicate = makeLinkKind({
  kind: 'NEAR_DUPLICATE',
  label: 'near-duplicate of',
  reverseLabel: 'near-duplicate of',
  isSymmetric: true,
  isInferred: true,
  ends: [{ from: ['AD'], to: ['AD'] }],
  properties: [rule, score],
});
