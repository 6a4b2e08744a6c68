import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const knows = makeLinkKind({
  kind: 'KNOWS',
  label: 'knows',
  reverseLabel: 'knows',
  isSymmetric: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
