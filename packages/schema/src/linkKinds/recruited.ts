import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const recruited = makeLinkKind({
  kind: 'RECRUITED',
  label: 'recruited',
  reverseLabel: 'recruited by',
  hasArrow: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
