import { makeLinkKind } from './makeLinkKind.ts';
import { rule, score } from './statedProperties.ts';

/** A new handset that takes over the contacts of an old one. */
export const successorOf = makeLinkKind({
  kind: 'SUCCESSOR_OF',
  label: 'took over from',
  reverseLabel: 'taken over by',
  isInferred: true,
  hasArrow: true,
  ends: [{ from: ['PHONE'], to: ['PHONE'] }],
  properties: [rule, score],
});
