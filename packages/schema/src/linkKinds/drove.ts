import { makeLinkKind } from './makeLinkKind.ts';

export const drove = makeLinkKind({
  kind: 'DROVE',
  label: 'drove',
  reverseLabel: 'driven by',
  ends: [{ from: ['PERSON'], to: ['VEHICLE'] }],
});
