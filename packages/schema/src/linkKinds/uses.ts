import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

/** People and the numbers, addresses and accounts they are reached by: subscriber, user, contact. */
export const uses = makeLinkKind({
  kind: 'USES',
  label: 'uses',
  reverseLabel: 'used by',
  ends: [{ from: ['PERSON', 'ORGANIZATION'], to: ['PHONE', 'EMAIL', 'ONLINE_ACCOUNT'] }],
  properties: [subKind],
});
