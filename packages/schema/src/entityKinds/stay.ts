import { foldCompact, foldKey } from '../foldWords.ts';
import { accountId, service } from '../propertyTypes/handle.ts';
import { nightTime } from '../propertyTypes/nightTime.ts';
import { note, text } from '../propertyTypes/text.ts';
import { count } from '../propertyTypes/wholeNumber.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, first, joinCaption } from './readProperties.ts';
import { shortNights } from './shortDays.ts';

export const stay = makeEntityKind({
  kind: 'STAY',
  typeName: 'Stay',
  label: 'Stay',
  plural: 'Stays',
  family: 'place',
  layer: 'when',
  icon: 'moon',
  properties: [
    property('checkIn', 'Check-in', nightTime),
    property('checkOut', 'Check-out', nightTime),
    property('room', 'Room', text),
    identifier('bookingReference', 'Booking reference', accountId),
    property('paymentMethod', 'Paid by', service),
    property('guests', 'Guests', count),
    property('remark', 'Remark', note),
  ],
  caption: (said) => {
    const room = first(said, 'room');
    const nights = shortNights(first(said, 'checkIn'), first(said, 'checkOut'));
    return joinCaption(room === undefined ? undefined : `Rm ${room.replace(/^(room|rm)\.? */iu, '')}`, nights);
  },
  keys: (said, context) => {
    const [reference, place] = [first(said, 'bookingReference'), context.linked('AT', 'to').toSorted()[0]];
    return reference === undefined || place === undefined ? [] : [`${referenceKey(reference)}@${place}`];
  },
  lookupKeys: (said) => all(said, 'bookingReference').map(referenceKey),
  parseLookup: (value) => (foldCompact(value).length < 3 ? [] : [referenceKey(value)]),
});

function referenceKey(reference: string): string {
  return `booking:${foldKey(reference)}`;
}
