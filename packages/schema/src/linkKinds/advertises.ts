import { makeLinkKind } from './makeLinkKind.ts';
import { written } from './statedProperties.ts';

export const advertises = makeLinkKind({
  kind: 'ADVERTISES',
  label: 'advertises',
  reverseLabel: 'advertised in',
  ends: [{ from: ['AD'], to: ['PHONE', 'EMAIL', 'ONLINE_ACCOUNT', 'IMAGE'] }],
  properties: [written],
});
