import { makeLinkKind } from './makeLinkKind.ts';
import { calls, first, hours, last, seconds, towers } from './trafficProperties.ts';

/** Rolled up: one link is one pair and one day in the report’s zone; the source rows stay with the report. */
export const called = makeLinkKind({
  kind: 'CALLED',
  label: 'called',
  reverseLabel: 'called by',
  hasArrow: true,
  ends: [{ from: ['PHONE'], to: ['PHONE'] }],
  properties: [calls, seconds, first, last, hours, towers],
});
