import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const travelledWith = makeLinkKind({
  kind: 'TRAVELLED_WITH',
  label: 'travelled with',
  reverseLabel: 'travelled with',
  isSymmetric: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
