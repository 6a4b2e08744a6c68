import { makeLinkKind } from './makeLinkKind.ts';
import { role } from './role.ts';
import { subKind } from './statedProperties.ts';

/** The role belongs to the link, never to the person. */
export const involvedIn = makeLinkKind({
  kind: 'INVOLVED_IN',
  label: 'involved in',
  reverseLabel: 'involves',
  ends: [{ from: null, to: ['CASE'] }],
  properties: [role, subKind],
});
