import { makeLinkKind } from './makeLinkKind.ts';
import { subKind } from './statedProperties.ts';

export const paidTo = makeLinkKind({
  kind: 'PAID_TO',
  label: 'paid to',
  reverseLabel: 'received',
  hasArrow: true,
  ends: [{ from: ['PAYMENT'], to: ['FINANCIAL_ACCOUNT', 'PERSON', 'ORGANIZATION', 'LODGING'] }],
  properties: [subKind],
});
