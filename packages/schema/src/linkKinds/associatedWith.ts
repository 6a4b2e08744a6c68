import { makeLinkKind } from './makeLinkKind.ts';
import { basis } from './statedProperties.ts';

/** The honest fallback: says why in `basis`. */
export const associatedWith = makeLinkKind({
  kind: 'ASSOCIATED_WITH',
  label: 'associated with',
  reverseLabel: 'associated with',
  ends: [{ from: null, to: null }],
  properties: [basis],
});
