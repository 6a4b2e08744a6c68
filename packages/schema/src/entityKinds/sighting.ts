import { foldCompact } from '../foldWords.ts';
import { dateTime, readMoment } from '../propertyTypes/dateTime.ts';
import { latitude, longitude } from '../propertyTypes/coordinate.ts';
import { note, text } from '../propertyTypes/text.ts';
import { makeEntityKind, property } from './makeEntityKind.ts';
import { first, joinCaption } from './readProperties.ts';
import { shortDay } from './shortDays.ts';

export const sighting = makeEntityKind({
  kind: 'SIGHTING',
  typeName: 'Sighting',
  label: 'Sighting',
  plural: 'Sightings',
  family: 'travel',
  layer: 'when',
  icon: 'scan-eye',
  properties: [
    property('time', 'Time', dateTime),
    property('sensor', 'Sensor or observer', text),
    property('method', 'Seen by', text),
    property('place', 'Place', text),
    property('latitude', 'Latitude', latitude),
    property('longitude', 'Longitude', longitude),
    property('heading', 'Heading', note),
  ],
  caption: (said) => joinCaption(first(said, 'method') ?? first(said, 'sensor') ?? 'Sighting', shortDay(first(said, 'time'))),
  keys: (said, context) => {
    const sensor = foldCompact(first(said, 'sensor') ?? '');
    const moment = readMoment(first(said, 'time') ?? '');
    const seen = context.linked('PRESENT_AT', 'from').toSorted();
    return sensor === '' || moment === null || seen.length === 0
      ? []
      : [`${sensor}/${moment.at}/${moment.precision}/${seen.join('+')}`];
  },
});
