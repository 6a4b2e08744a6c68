import type { CleanProperties } from '../kind.ts';
import { latitude, longitude } from '../propertyTypes/coordinate.ts';
import { country, region, showRegion } from '../propertyTypes/place.ts';
import { postcode } from '../propertyTypes/postcode.ts';
import { street, unit } from '../propertyTypes/street.ts';
import { text } from '../propertyTypes/text.ts';
import { addressKeys, addressKeysOfLine, addressParts } from './addressKeys.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { fillIn, first } from './readProperties.ts';

export const address = makeEntityKind({
  kind: 'ADDRESS',
  typeName: 'Address',
  label: 'Address',
  plural: 'Addresses',
  family: 'place',
  layer: 'what',
  icon: 'map-pin',
  properties: [
    identifier('full', 'Address', text),
    property('street', 'Street', street),
    property('unit', 'Unit', unit),
    property('city', 'City', text),
    property('region', 'Region', region),
    property('postcode', 'Postcode', postcode),
    property('country', 'Country', country),
    property('latitude', 'Latitude', latitude),
    property('longitude', 'Longitude', longitude),
  ],
  derive: (said) => (first(said, 'full') === undefined ? fillIn(said, { full: writeLine(said) }) : addressParts(said)),
  caption: (said) => {
    const line = [first(said, 'street'), first(said, 'unit')].filter(Boolean).join(', ');
    return line || (first(said, 'full') ?? first(said, 'city') ?? first(said, 'postcode') ?? null);
  },
  keys: addressKeys,
  parseLookup: addressKeysOfLine,
});

function writeLine(said: CleanProperties): string | null {
  const place = [first(said, 'region'), first(said, 'postcode')]
    .map((part) => showRegion(part ?? ''))
    .join(' ')
    .trim();
  const parts = [first(said, 'street'), first(said, 'unit'), first(said, 'city'), place].filter(Boolean);
  return first(said, 'street') === undefined ? null : parts.join(', ');
}
