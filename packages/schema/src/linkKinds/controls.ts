import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const controls = makeLinkKind({
  kind: 'CONTROLS',
  label: 'controls',
  reverseLabel: 'controlled by',
  hasArrow: true,
  ends: [{ from: ['PERSON'], to: ['PERSON'] }],
  properties: [subKind],
});
