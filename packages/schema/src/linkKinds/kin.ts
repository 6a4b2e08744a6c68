import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const kin = makeLinkKind({
  kind: 'KIN',
  label: 'related to',
  reverseLabel: 'related to',
  isSymmetric: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
