import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const employs = makeLinkKind({
  kind: 'EMPLOYS',
  label: 'employs',
  reverseLabel: 'employed by',
  hasArrow: true,
  ends: [{ from: ['ORGANIZATION', 'PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
