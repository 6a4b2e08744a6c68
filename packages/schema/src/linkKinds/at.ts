import { makeLinkKind } from './makeLinkKind.ts';

/** Where something was. */
export const at = makeLinkKind({
  kind: 'AT',
  label: 'at',
  reverseLabel: 'place of',
  ends: [
    { from: ['STAY'], to: ['LODGING'] },
    { from: ['LODGING', 'AD', 'SIGHTING', 'PAYMENT', 'CASE'], to: ['ADDRESS', 'LODGING'] },
  ],
});
