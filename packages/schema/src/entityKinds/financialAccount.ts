import type { EntityKind } from '../kind.ts';
import { accountNumber, iban, routing } from '../propertyTypes/bankAccount.ts';
import { firstDigits, lastDigits } from '../propertyTypes/cardDigits.ts';
import { networkOf, withoutCardNumber } from '../propertyTypes/cardNumber.ts';
import { chain, chainOf, cryptoAddress } from '../propertyTypes/cryptoAddress.ts';
import { flag } from '../propertyTypes/flag.ts';
import { handle, service } from '../propertyTypes/handle.ts';
import { oneOf } from '../propertyTypes/oneOf.ts';
import { title } from '../propertyTypes/name.ts';
import { captionAccount } from './accountCaption.ts';
import { accountKeys, isWeakAccount, parseAccount, schemeOf } from './accountKeys.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { fillIn, first } from './readProperties.ts';

const scheme = oneOf('scheme', ['bank', 'card', 'app', 'crypto', 'prepaid', 'gift']);

/** `ambiguous` is true where the key may stand for several physical cards: weak in rings and resolution. */
const plain: EntityKind = makeEntityKind({
  kind: 'FINANCIAL_ACCOUNT',
  typeName: 'FinancialAccount',
  label: 'Financial account',
  plural: 'Financial accounts',
  family: 'money',
  layer: 'what',
  icon: 'credit-card',
  properties: [
    property('scheme', 'Kind', scheme),
    identifier('iban', 'IBAN', iban),
    property('routing', 'Routing number', routing),
    identifier('accountNumber', 'Account number', accountNumber),
    property('bank', 'Bank', title),
    property('issuer', 'Issuer', service),
    property('firstDigits', 'First digits', firstDigits),
    identifier('lastDigits', 'Last digits', lastDigits),
    property('service', 'Service', service),
    identifier('handle', 'Handle', handle),
    property('chain', 'Chain', chain),
    identifier('cryptoAddress', 'Address', cryptoAddress),
    property('holder', 'Holder as printed', title),
    { ...property('ambiguous', 'May be several cards', flag), isFlag: true },
  ],
  derive: (said) => {
    const implied = schemeOf(said);
    const isUnnamedCard = implied === 'card' && first(said, 'issuer') === undefined;
    const known = fillIn(said, {
      scheme: implied,
      issuer: isUnnamedCard ? networkOf(first(said, 'firstDigits') ?? '') : null,
      chain: chainOf(first(said, 'cryptoAddress') ?? ''),
    });
    return { ...known, ...fillIn(said, { ambiguous: isWeakAccount({ ...said, ...known }) ? 'true' : null }) };
  },
  caption: captionAccount,
  keys: accountKeys,
  parseLookup: parseAccount,
  answersWithPointer: true,
});

/** A full card number is refused in every property, wherever somebody puts it. */
export const financialAccount: EntityKind = {
  ...plain,
  properties: plain.properties.map((definition) => ({ ...definition, type: guard(definition.name, definition.type) })),
};

/** A valid IBAN or crypto address may hold a run of digits that looks like a card: it is none. */
function guard(name: string, type: (typeof plain.properties)[number]['type']): typeof type {
  if (name !== 'iban' && name !== 'cryptoAddress') return withoutCardNumber(type);
  return {
    ...type,
    clean: (raw, context) => {
      const cleaned = type.clean(raw, context);
      return cleaned.ok && cleaned.isUnverified !== true ? cleaned : withoutCardNumber(type).clean(raw, context);
    },
  };
}
