import { makeLinkKind } from './makeLinkKind.ts';
import { first, last, messages } from './trafficProperties.ts';

/** Rolled up like calls. */
export const messaged = makeLinkKind({
  kind: 'MESSAGED',
  label: 'messaged',
  reverseLabel: 'messaged by',
  hasArrow: true,
  ends: [{ from: ['PHONE', 'EMAIL', 'ONLINE_ACCOUNT'], to: ['PHONE', 'EMAIL', 'ONLINE_ACCOUNT'] }],
  properties: [messages, first, last],
});
