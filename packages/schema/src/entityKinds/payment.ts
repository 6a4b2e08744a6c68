import { foldCompact, foldKey } from '../foldWords.ts';
import { dateTime } from '../propertyTypes/dateTime.ts';
import { accountId } from '../propertyTypes/handle.ts';
import { currency, money } from '../propertyTypes/money.ts';
import { oneOf } from '../propertyTypes/oneOf.ts';
import { note, text } from '../propertyTypes/text.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, fillIn, first, joinCaption, shown } from './readProperties.ts';
import { shortDay } from './shortDays.ts';

const channel = oneOf(
  'channel',
  ['cash', 'wire', 'card', 'app', 'crypto', 'gift card', 'prepaid', 'cheque', 'money order', 'other'],
  {
    synonyms: { cheque: ['check'], 'gift card': ['gift'], wire: ['transfer', 'bank', 'ach'], app: ['payment app', 'pay app'] },
  },
);

export const payment = makeEntityKind({
  kind: 'PAYMENT',
  typeName: 'Payment',
  label: 'Payment',
  plural: 'Payments',
  family: 'money',
  layer: 'when',
  icon: 'banknote',
  properties: [
    property('time', 'Time', dateTime),
    property('amount', 'Amount', money),
    property('currency', 'Currency', currency),
    property('channel', 'Paid by', channel),
    identifier('reference', 'Reference', accountId),
    property('place', 'Place', text),
    property('memo', 'Memo', text),
    property('remark', 'Remark', note),
  ],
  derive: (said) => fillIn(said, { currency: first(said, 'amount')?.split(' ')[1] }),
  caption: (said) => joinCaption(shown(said, 'amount', money), shortDay(first(said, 'time'))),
  keys: (said) => {
    const [by, reference] = [first(said, 'channel'), first(said, 'reference')];
    return by === undefined || reference === undefined ? [] : [`${foldKey(by)}/${foldKey(reference)}`];
  },
  lookupKeys: (said) => all(said, 'reference').map((reference) => `reference:${foldCompact(reference)}`),
  parseLookup: (value) => (foldCompact(value).length < 3 ? [] : [`reference:${foldCompact(value)}`]),
});
