import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import { birthDay, familyName, givenName, homeAddress, plateText } from './noiseNames.ts';
import { frontDesk, marlowBend, sandpiper, starPrairie } from './places.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { address, financialAccount, person, plate, stay } from './things.ts';

const count = 64;

/** Families on holiday: one home, one card, one phone, shared rooms, one car. Everything a ring has, and no ring. */
export function noiseFamilies(seed: number, numbers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'families');
  return Array.from({ length: count }, (_, nth) => reportFamily(nth, numbers[nth]!, chance));
}

function reportFamily(nth: number, number: Thing, chance: Chance): ReportInput {
  const name = familyName(chance);
  const where = chance.pick([marlowBend, sandpiper, sandpiper, starPrairie]);
  const checkIn = addDays('2026-01-08', chance.between(0, 48));
  const checkOut = addDays(checkIn, chance.between(2, 5));
  const agency = where.agency;
  const head = reportHead({
    agency,
    kind: 'HOTEL_REGISTRY',
    sharing: chance.happens(0.3) ? 'SHARED' : 'POINTER',
    occurredAt: at(checkIn, 15),
    daysLater: 6,
    grade: 'B2',
  });
  const report = new ReportDraft(head);
  const parent = (part: number, sex: string): Thing =>
    person({
      name: `${givenName(chance)} ${name}`,
      dateOfBirth: birthDay(chance, 1970, 1990),
      sex,
      identityNumber: `${agency}/person/F${nth}${part}`,
    });
  const [mother, father] = [parent(1, 'female'), parent(2, 'male')];
  const children = Array.from({ length: chance.between(0, 2) }, () =>
    person({ name: `${givenName(chance)} ${name}`, dateOfBirth: birthDay(chance, 2010, 2020) }),
  );
  const home = address(homeAddress(chance));
  const car = plate(plateText(chance), String(home.properties['region']));
  const card = financialAccount({
    scheme: 'card',
    issuer: 'Cypress Bank',
    firstDigits: '400000',
    lastDigits: String(1_000 + nth),
  });
  const night = stay({ checkIn, checkOut, room: String(chance.between(100, 399)), bookingReference: `F-${1_000 + nth}` });
  report
    .say(night, 'AT', where.lodging)
    .say(card, 'PAID_FOR', night, { start: checkIn })
    .say(car, 'PRESENT_AT', night, { start: checkIn });
  report.say(where === marlowBend ? frontDesk : number, 'BOOKED', night);
  report.say(mother, 'PARTNER', father).say(mother, 'USES', number).say(father, 'HOLDS', car).say(mother, 'RESIDES_AT', home);
  for (const child of children) report.say(child, 'KIN', mother, { subKind: 'child' });
  for (const guest of [mother, father, ...children]) report.say(guest, 'GUEST_OF', night, { start: checkIn, end: checkOut });
  return report.finish();
}
