import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const partner = makeLinkKind({
  kind: 'PARTNER',
  label: 'partner of',
  reverseLabel: 'partner of',
  isSymmetric: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
