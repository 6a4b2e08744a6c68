import { foldCompact, foldKey } from '../foldWords.ts';
import type { CleanProperties } from '../kind.ts';
import { date } from '../propertyTypes/date.ts';
import { accountId } from '../propertyTypes/handle.ts';
import { identityNumber } from '../propertyTypes/identityNumber.ts';
import { name } from '../propertyTypes/name.ts';
import { note, text } from '../propertyTypes/text.ts';
import { everyNumber, lookupNumber, numbersOfOwner } from './issuedByOwner.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, distinct, first } from './readProperties.ts';

export const legalCase = makeEntityKind({
  kind: 'CASE',
  typeName: 'Case',
  label: 'Case',
  plural: 'Cases',
  family: 'record',
  layer: 'what',
  icon: 'folder-open',
  properties: [
    identifier('number', 'Number', accountId),
    property('agency', 'Agency', accountId),
    property('title', 'Title', text),
    property('crimeTypes', 'Crime types', text),
    property('status', 'Status', text),
    property('opened', 'Opened', date),
    property('leadOfficer', 'Lead officer', name),
    property('predicate', 'Predicate', note),
    property('outcome', 'Outcome', note),
    property('remark', 'Remark', note),
    identifier('identityNumber', 'Identity number', identityNumber),
  ],
  caption: (said) => first(said, 'number') ?? first(said, 'title') ?? first(said, 'crimeTypes') ?? null,
  keys: (said, context) => distinct([...numberKeys(said, context.agency), ...numbersOfOwner(said, context)]),
  lookupKeys: (said) => [...all(said, 'number').map((number) => `number:${foldCompact(number)}`), ...everyNumber(said)],
  parseLookup: (value) => {
    const [, agency = '', number = ''] = /^\s*(\S+?)[\s/]+(\S.*)$/u.exec(value) ?? [];
    const withAgency = foldCompact(number) === '' ? [] : [caseKey(agency, number)];
    const alone = foldCompact(value) === '' ? [] : [`number:${foldCompact(value)}`];
    return distinct([...withAgency, ...lookupNumber(value), ...alone]);
  },
});

/** A number without an agency is one of the reporting agency. */
function numberKeys(said: CleanProperties, reporter: string): string[] {
  const agency = first(said, 'agency') ?? reporter;
  return all(said, 'number')
    .filter((number) => foldCompact(number) !== '')
    .map((number) => caseKey(agency, number));
}

function caseKey(agency: string, number: string): string {
  return `${foldKey(agency)}/${foldKey(number)}`;
}
