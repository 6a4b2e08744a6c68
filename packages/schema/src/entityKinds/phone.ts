import { note } from '../propertyTypes/text.ts';
import { text } from '../propertyTypes/text.ts';
import { nationalDigits, phoneNumber, withoutExtension } from '../propertyTypes/phoneNumber.ts';
import { isRaw, rawKeys } from '../propertyTypes/rawKey.ts';
import { readPhone } from '../propertyTypes/readPhone.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, distinct, shown } from './readProperties.ts';

export const phone = makeEntityKind({
  kind: 'PHONE',
  typeName: 'Phone',
  label: 'Phone',
  plural: 'Phones',
  family: 'contact',
  layer: 'what',
  icon: 'phone',
  properties: [
    identifier('number', 'Number', phoneNumber),
    property('lineType', 'Line', note),
    property('carrier', 'Carrier', text),
    property('savedAs', 'Saved as', text),
    property('subscriber', 'Subscriber', text),
  ],
  caption: (said) => shown(said, 'number', phoneNumber) ?? null,
  keys: (said) => distinct(all(said, 'number').flatMap(keysOfNumber)),
  parseLookup: (value) => {
    const { number, letters } = readPhone(value, {});
    return distinct([...(number === null ? [] : [number]), ...rawKeys(`raw:??${letters}`)]);
  },
  answersWithPointer: true,
});

/** Also as it is dialled at home, since whoever looks a number up need not know its country. */
function keysOfNumber(value: string): string[] {
  const number = withoutExtension(value);
  return isRaw(number) ? rawKeys(number) : [number, ...rawKeys(`raw:??${nationalDigits(number)}`)];
}
