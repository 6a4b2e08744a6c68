import { email as emailAddress } from '../propertyTypes/email.ts';
import { isRaw, rawKeys } from '../propertyTypes/rawKey.ts';
import { note } from '../propertyTypes/text.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, canonical, shown } from './readProperties.ts';

export const email = makeEntityKind({
  kind: 'EMAIL',
  typeName: 'Email',
  label: 'E-mail',
  plural: 'E-mails',
  family: 'contact',
  layer: 'what',
  icon: 'mail',
  properties: [identifier('address', 'Address', emailAddress), property('provider', 'Provider', note)],
  caption: (said) => shown(said, 'address', emailAddress) ?? null,
  keys: (said) => all(said, 'address').flatMap((value) => (isRaw(value) ? rawKeys(value) : [value])),
  parseLookup: (value) => {
    const address = canonical(emailAddress, value);
    return address === null ? [] : isRaw(address) ? rawKeys(address) : [address];
  },
  answersWithPointer: true,
});
