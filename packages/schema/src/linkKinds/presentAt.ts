import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const presentAt = makeLinkKind({
  kind: 'PRESENT_AT',
  label: 'present at',
  reverseLabel: 'seen there',
  ends: [{ from: ['PERSON', 'VEHICLE', 'PHONE'], to: ['STAY', 'SIGHTING'] }],
  properties: [subKind],
});
