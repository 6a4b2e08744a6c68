import type { CleanProperties } from '../kind.ts';
import { age } from '../propertyTypes/wholeNumber.ts';
import { ageRange, lowestAgeOf } from '../propertyTypes/ageRange.ts';
import { birthDate } from '../propertyTypes/date.ts';
import { flag } from '../propertyTypes/flag.ts';
import { identityNumber } from '../propertyTypes/identityNumber.ts';
import { name } from '../propertyTypes/name.ts';
import { oneOf } from '../propertyTypes/oneOf.ts';
import { note, text } from '../propertyTypes/text.ts';
import { everyNumber, lookupNumber, numbersOfOwner } from './issuedByOwner.ts';
import { identifier, makeEntityKind, property } from './makeEntityKind.ts';
import { all, fillIn, first, shown } from './readProperties.ts';

const sex = oneOf('sex', ['male', 'female', 'other', 'unknown'], {
  synonyms: { male: ['m', 'man'], female: ['f', 'woman'], other: ['x'], unknown: ['u'] },
});

export const person = makeEntityKind({
  kind: 'PERSON',
  typeName: 'Person',
  label: 'Person',
  plural: 'People',
  family: 'people',
  layer: 'who',
  icon: 'user',
  properties: [
    property('name', 'Name', name),
    property('givenName', 'Given name', name),
    property('familyName', 'Family name', name),
    property('alias', 'Also called', name),
    property('dateOfBirth', 'Date of birth', birthDate),
    property('age', 'Age', age),
    property('ageRange', 'Age, from and to', ageRange),
    property('lowestAge', 'Lowest age', age),
    property('sex', 'Sex', { ...sex, words: () => [] }),
    property('nationality', 'Nationality', note),
    identifier('identityNumber', 'Identity number', identityNumber),
    property('occupation', 'Occupation', text),
    property('description', 'Description', text),
    { ...property('minor', 'Minor', flag), isFlag: true },
  ],
  derive: (said) =>
    fillIn(said, {
      name: [first(said, 'givenName'), first(said, 'familyName')].filter(Boolean).join(' '),
      lowestAge: lowestAge(said),
    }),
  caption: (said) => first(said, 'name') ?? first(said, 'alias') ?? describeUnknown(said),
  keys: numbersOfOwner,
  lookupKeys: everyNumber,
  parseLookup: lookupNumber,
  answersWithPointer: true,
});

/** Of everything said: who may be seventeen is protected, whatever else is said. */
function lowestAge(said: CleanProperties): string | undefined {
  const [ages, ranges] = [all(said, 'age'), all(said, 'ageRange')];
  if (ages.length + ranges.length === 0) return undefined;
  return String(Math.min(...ages.map(Number), ...ranges.map(lowestAgeOf)));
}

/** `Unknown man, 30–40`. */
function describeUnknown(said: CleanProperties): string | null {
  const who = { male: 'man', female: 'woman' }[first(said, 'sex') ?? ''] ?? 'person';
  const ages = shown(said, 'ageRange', ageRange) ?? first(said, 'age');
  return ages === undefined && who === 'person' ? null : `Unknown ${who}${ages === undefined ? '' : `, ${ages}`}`;
}
