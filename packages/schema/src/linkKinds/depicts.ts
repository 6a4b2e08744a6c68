import { makeLinkKind } from './makeLinkKind.ts';
import { basis } from './statedProperties.ts';

/** A candidate only: no picture proves who it shows. */
export const depicts = makeLinkKind({
  kind: 'DEPICTS',
  label: 'may depict',
  reverseLabel: 'may be depicted in',
  ends: [{ from: ['AD'], to: ['PERSON'] }],
  properties: [basis],
});
