import { foldCompact, foldKey } from '../foldWords.ts';
import type { CleanProperties } from '../kind.ts';
import { accountId } from '../propertyTypes/handle.ts';
import { identityNumber } from '../propertyTypes/identityNumber.ts';
import { title } from '../propertyTypes/name.ts';
import { region } from '../propertyTypes/place.ts';
import { text } from '../propertyTypes/text.ts';
import { everyNumber, lookupNumber, numbersOfOwner } from './issuedByOwner.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { canonical, first } from './readProperties.ts';

export const organization = makeEntityKind({
  kind: 'ORGANIZATION',
  typeName: 'Organization',
  label: 'Organization',
  plural: 'Organizations',
  family: 'people',
  layer: 'who',
  icon: 'building-2',
  properties: [
    property('name', 'Name', title),
    property('alias', 'Also called', title),
    identifier('registryNumber', 'Registry number', accountId),
    property('jurisdiction', 'Jurisdiction', region),
    identifier('identityNumber', 'Identity number', identityNumber),
    property('kindOf', 'Kind', text),
  ],
  caption: (said) => first(said, 'name') ?? first(said, 'alias') ?? first(said, 'registryNumber') ?? null,
  keys: (said, context) => [...registryKeys(said), ...numbersOfOwner(said, context)],
  lookupKeys: everyNumber,
  parseLookup: (value) => [...parseRegistry(value), ...lookupNumber(value)],
});

function registryKeys(said: CleanProperties): string[] {
  const [number, jurisdiction] = [first(said, 'registryNumber'), first(said, 'jurisdiction')];
  return number === undefined || jurisdiction === undefined ? [] : [registryKey(jurisdiction, number)];
}

/** `LA 4471920K`. */
function parseRegistry(value: string): string[] {
  const [jurisdiction = '', number = ''] = value.trim().split(/[\s/]+(.+)/u);
  const place = canonical(region, jurisdiction);
  return place === null || foldCompact(number) === '' ? [] : [registryKey(place, number)];
}

function registryKey(jurisdiction: string, number: string): string {
  return `registry:${foldCompact(jurisdiction)}/${foldKey(number)}`;
}
