import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const residesAt = makeLinkKind({
  kind: 'RESIDES_AT',
  label: 'lives at',
  reverseLabel: 'home of',
  ends: [{ from: ['PERSON', 'ORGANIZATION'], to: ['ADDRESS'] }],
  properties: [subKind],
});
