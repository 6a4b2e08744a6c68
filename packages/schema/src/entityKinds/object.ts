import { foldCompact, foldKey } from '../foldWords.ts';
import type { CleanProperties } from '../kind.ts';
import { accountId } from '../propertyTypes/handle.ts';
import { identityNumber } from '../propertyTypes/identityNumber.ts';
import { title } from '../propertyTypes/name.ts';
import { text } from '../propertyTypes/text.ts';
import { everyNumber, lookupNumber, numbersOfOwner } from './issuedByOwner.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, distinct, first } from './readProperties.ts';

export const object = makeEntityKind({
  kind: 'OBJECT',
  typeName: 'Object',
  label: 'Object',
  plural: 'Objects',
  family: 'record',
  layer: 'what',
  icon: 'package',
  properties: [
    property('kindOf', 'Kind', text),
    property('description', 'Description', text),
    property('maker', 'Maker', title),
    identifier('serialNumber', 'Serial number', accountId),
    identifier('identityNumber', 'Identity number', identityNumber),
  ],
  caption: (said) => first(said, 'description') ?? first(said, 'kindOf') ?? first(said, 'serialNumber') ?? null,
  keys: (said, context) => distinct([...serialKeys(said), ...numbersOfOwner(said, context)]),
  lookupKeys: (said) => [...all(said, 'serialNumber').map((number) => `serial:${foldCompact(number)}`), ...everyNumber(said)],
  parseLookup: (value) => [...lookupNumber(value), ...(foldCompact(value).length < 3 ? [] : [`serial:${foldCompact(value)}`])],
});

function serialKeys(said: CleanProperties): string[] {
  const [maker, number] = [foldCompact(first(said, 'maker') ?? ''), foldKey(first(said, 'serialNumber') ?? '')];
  return maker === '' || number === '' ? [] : [`${maker}/${number}`];
}
