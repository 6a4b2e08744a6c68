import { foldCompact, foldKey } from '../foldWords.ts';
import type { CleanProperties, KeyContext } from '../kind.ts';
import { title } from '../propertyTypes/name.ts';
import { accountId } from '../propertyTypes/handle.ts';
import { text } from '../propertyTypes/text.ts';
import { addressKeysOfLine } from './addressKeys.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, first } from './readProperties.ts';

export const lodging = makeEntityKind({
  kind: 'LODGING',
  typeName: 'Lodging',
  label: 'Lodging',
  plural: 'Lodgings',
  family: 'place',
  layer: 'what',
  icon: 'bed-double',
  properties: [
    property('name', 'Name', title),
    property('brand', 'Brand', title),
    identifier('propertyCode', 'Property code', accountId),
    property('address', 'Address', text),
  ],
  caption: (said) => first(said, 'name') ?? first(said, 'brand') ?? null,
  keys: (said, context) => [...brandKeys(said), ...nameKeys(said, context)],
  parseLookup: (value) => {
    const [, brand = '', code = ''] = /^\s*(.+?)[\s/]+(\S+)\s*$/u.exec(value) ?? [];
    return foldCompact(brand) === '' || !/\d/u.test(code) ? [] : [brandKey(brand, code)];
  },
});

function brandKeys(said: CleanProperties): string[] {
  const [brand, code] = [first(said, 'brand'), first(said, 'propertyCode')];
  return brand === undefined || code === undefined ? [] : [brandKey(brand, code)];
}

function brandKey(brand: string, code: string): string {
  return `brand:${foldCompact(brand)}/${foldKey(code)}`;
}

/** Name with the address that the report links it to, else with the one written in the record. */
function nameKeys(said: CleanProperties, context: KeyContext): string[] {
  const name = foldCompact(first(said, 'name') ?? '');
  if (name === '') return [];
  const linked = context.linked('AT', 'to').toSorted().slice(0, 1);
  const places = linked.length > 0 ? linked : all(said, 'address').flatMap((line) => addressKeysOfLine(line).slice(0, 1));
  return places.map((place) => `name:${name}@${place.replace(/^ADDRESS /u, '')}`);
}
