import type { CleanProperties } from '../kind.ts';
import { plateRegion } from '../propertyTypes/place.ts';
import { plate, splitPlace } from '../propertyTypes/plate.ts';
import { isRaw, rawKeys, withoutRaw } from '../propertyTypes/rawKey.ts';
import { text } from '../propertyTypes/text.ts';
import { isVin, vin } from '../propertyTypes/vin.ts';
import { modelYear } from '../propertyTypes/wholeNumber.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, canonical, distinct, first, shown } from './readProperties.ts';

export const vehicle = makeEntityKind({
  kind: 'VEHICLE',
  typeName: 'Vehicle',
  label: 'Vehicle',
  plural: 'Vehicles',
  family: 'travel',
  layer: 'what',
  icon: 'car',
  properties: [
    identifier('vin', 'VIN', vin),
    identifier('plate', 'Plate', plate),
    property('plateRegion', 'Plate of', plateRegion),
    property('make', 'Make', text),
    property('model', 'Model', text),
    property('colour', 'Colour', text),
    property('year', 'Year', modelYear),
  ],
  caption: (said) => {
    const [number, place] = [shown(said, 'plate', plate), shown(said, 'plateRegion', plateRegion)];
    if (number !== undefined) return place === undefined ? number : `${place} ${number}`;
    const frame = first(said, 'vin');
    const model = [first(said, 'colour'), first(said, 'year'), first(said, 'make'), first(said, 'model')].filter(Boolean);
    return model.length > 1 || frame === undefined ? model.join(' ') || null : `VIN ··${withoutRaw(frame).slice(-6)}`;
  },
  keys: (said) => {
    const places = all(said, 'plateRegion');
    const byPlate = all(said, 'plate').flatMap((number) => places.map((place) => plateKey(place, number)));
    const keys = [
      ...vinKeys(said, false),
      ...byPlate,
      ...vinKeys(said, true),
      ...all(said, 'plate').filter(isRaw).flatMap(rawKeys),
    ];
    return keys.length === 0 ? [] : distinct([...keys, ...anyRegion(said)]);
  },
  lookupKeys: (said) => [
    ...anyRegion(said),
    ...(all(said, 'plateRegion').length > 0 ? [] : all(said, 'plate').map((number) => plateKey('??', number))),
  ],
  parseLookup,
  answersWithPointer: true,
});

/** `LA 482 KTR` may be plate 482KTR of Louisiana (or of nobody knows where), or the whole a plate of any region. */
function parseLookup(value: string): readonly string[] {
  const frame = canonical(vin, value);
  const number = canonical(plate, value);
  if (number === null) return [];
  const parts = splitPlace(value);
  const rest = parts && canonical(plate, parts.rest);
  return distinct([
    ...(frame !== null && isVin(frame) ? [`vin:${frame}`] : []),
    ...(parts === null || rest === null || isRaw(rest) ? [] : [plateKey(parts.place, rest), plateKey('??', rest)]),
    ...(isRaw(number) ? rawKeys(number) : [anyPlateKey(number)]),
    ...(frame !== null && isRaw(frame) ? rawKeys(frame).map((key) => `vin:${key}`) : []),
  ]);
}

function vinKeys(said: CleanProperties, isRawWanted: boolean): string[] {
  const frames = all(said, 'vin').filter((frame) => isRaw(frame) === isRawWanted);
  return frames.flatMap((frame) => (isRawWanted ? rawKeys(frame) : [frame])).map((key) => `vin:${key}`);
}

function anyRegion(said: CleanProperties): string[] {
  return all(said, 'plate')
    .filter((number) => !isRaw(number))
    .map(anyPlateKey);
}

function plateKey(place: string, number: string): string {
  return `plate:${place}/${number}`;
}

function anyPlateKey(number: string): string {
  return `plate:${number}`;
}
