import type { PropertyInput } from '../../model/reportInput.ts';
import { Chance } from './chance.ts';
import { homeOf } from './homes.ts';
import { kindOf } from './kinds.ts';
import { inventName, inventWord } from './names.ts';
import { code, phoneNumber, vinNumber, writePhone } from './numbers.ts';
import { circleSize, stream, type WorldPlan } from './worldPlan.ts';

export interface Said {
  readonly kind: string;
  readonly properties: readonly PropertyInput[];
}

interface Telling {
  readonly plan: WorldPlan;
  readonly thing: number;
  /** Number of the thing in keys: hubs and circles apart, never negative. */
  readonly n: number;
  /** The same whoever tells. */
  readonly truth: Chance;
  /** How this report tells it. */
  readonly chance: Chance;
}

type Values = Readonly<Record<string, string | null>>;

const begin = Date.UTC(2021, 0, 1);
export const worldDays = 5 * 365;
const day = 86_400_000;

/** A local moment without its zone, so many days after the beginning of the world. */
export function localTime(days: number, minutes: number | null = null): string {
  const text = new Date(begin + Math.floor(days) * day + (minutes ?? 0) * 60_000).toISOString();
  return minutes === null ? text.slice(0, 10) : text.slice(0, 16);
}

/** The day around which a circle does what is told of it. */
export function dayOfCircle(plan: WorldPlan, circle: number): number {
  return new Chance(plan.size.seed, stream.circle, circle ^ 0x5bd1e995).below(worldDays - 400);
}

/** What one record says of a thing: always enough to know it by, the rest now and then. */
export function sayThing(plan: WorldPlan, thing: number, chance: Chance): Said {
  const kind = kindOf(plan, thing);
  const truth = new Chance(plan.size.seed, stream.thing, thing);
  const n = thing < 0 ? -1 - thing : thing + 100;
  const values = tellers[kind]!({ plan, thing, n, truth, chance });
  const generic = thing < 0 ? n % 2 === 0 : truth.happens(0.002);
  const all = generic ? { ...values, generic: 'true' } : values;
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return { kind, properties: given.map(([name, value]) => ({ name, values: [value] })) };
}

const tellers: Readonly<Record<string, (telling: Telling) => Values>> = {
  PERSON: ({ plan, thing, n, truth, chance }) => {
    const { given, family } = inventName(truth);
    const isMinor = truth.happens(0.015);
    const birth = isMinor ? truth.between(2008, 2014) : truth.between(1950, 2004);
    const born = `${birth}-${two(truth.between(1, 12))}-${two(truth.between(1, 28))}`;
    const sex = truth.pick(['male', 'female', null]);
    return {
      name: chance.happens(0.2) ? `${family}, ${given}` : `${given} ${family}`,
      identityNumber: personNumber(plan, thing, n),
      dateOfBirth: chance.happens(isMinor ? 0.9 : 0.45) ? born : null,
      alias: chance.happens(0.08) ? given.slice(0, 4) : null,
      sex: chance.happens(0.6) ? sex : null,
      occupation: chance.happens(0.1) ? truth.pick(['driver', 'clerk', 'cook', 'cleaner', 'seller']) : null,
      minor: isMinor && chance.happens(0.2) ? 'true' : null,
    };
  },
  ORGANIZATION: ({ n, truth }) => ({
    name: `${inventWord(truth)} ${truth.pick(['Services', 'Transport', 'Holdings', 'Staffing'])} LLC`,
    registryNumber: code('R', n),
    jurisdiction: 'LA',
  }),
  PHONE: ({ n, chance, truth }) => ({
    number: writePhone(phoneNumber(n), chance),
    carrier: chance.happens(0.15) ? truth.pick(['Larkwire', 'Nordtel', 'Bluecap']) : null,
  }),
  EMAIL: ({ n, truth }) => ({
    address: `${inventWord(truth).toLowerCase()}.${n.toString(36)}@${truth.pick(['example.org', 'example.com', 'example.net'])}`,
  }),
  ONLINE_ACCOUNT: ({ n, truth }) => ({
    platform: truth.pick(['Chirrup', 'Lumigram', 'Plazaboard']),
    handle: `@${inventWord(truth).toLowerCase()}_${n.toString(36)}`,
  }),
  ADDRESS: ({ n, truth, chance }) => ({
    street: `${truth.between(1, 9_800)} ${inventWord(truth)} ${truth.pick(chance.happens(0.5) ? ['Street', 'Avenue'] : ['St', 'Ave'])}`,
    unit: `U${n.toString(36).toUpperCase()}`,
    city: inventWord(truth),
    region: truth.pick(['LA', 'MS', 'AL', 'TX', 'FL']),
    // 000 to 004 begin no postcode of the United States.
    postcode: `00${String(truth.between(0, 499)).padStart(3, '0')}`,
  }),
  VEHICLE: ({ n, truth, chance }) => {
    const vin = vinNumber(n, truth);
    const plate = `${String(n % 900).padStart(3, '0')} ${letterGroup(n)}`;
    return {
      vin,
      plate: chance.happens(0.7) ? plate : null,
      plateRegion: chance.happens(0.7) ? truth.pick(['LA', 'MS', 'TX']) : null,
      make: chance.happens(0.5) ? truth.pick(['Corvane', 'Halden', 'Miro']) : null,
      colour: chance.happens(0.5) ? truth.pick(['white', 'black', 'silver', 'blue']) : null,
    };
  },
  LODGING: ({ n, truth }) => {
    const brand = truth.pick(['Fenwick Inn', 'Palmetto Lodge', 'Harbor Rest']);
    return { name: `${brand} ${inventWord(truth)}`, brand, propertyCode: code('L', n) };
  },
  FINANCIAL_ACCOUNT: ({ n, truth }): Values =>
    truth.happens(0.8)
      ? { service: truth.pick(['Paylark', 'Coinnest']), handle: `$${inventWord(truth).toLowerCase()}${n.toString(36)}` }
      : { scheme: 'card', issuer: code('Bank', n), firstDigits: '999999', lastDigits: String(n % 10_000).padStart(4, '0') },
  STAY: ({ plan, thing, n, truth }) => {
    const checkIn = dayOfThing(plan, thing) + truth.below(300);
    return {
      checkIn: localTime(checkIn),
      checkOut: localTime(checkIn + truth.between(1, 6)),
      room: String(truth.between(100, 480)),
      bookingReference: code('B', n),
    };
  },
  PAYMENT: ({ plan, thing, n, truth }) => ({
    time: localTime(dayOfThing(plan, thing) + truth.below(300), truth.below(1_440)),
    amount: `${truth.between(20, 900)}.00 USD`,
    channel: truth.pick(['cash', 'wire', 'app']),
    reference: code('P', n),
  }),
  AD: ({ plan, thing, n, truth, chance }) => ({
    platform: 'Plazaboard',
    postId: code('ad', n),
    title: chance.happens(0.6) ? `${inventWord(truth)} ${inventWord(truth)} tonight` : null,
    postedAt: localTime(dayOfThing(plan, thing) + truth.below(300), truth.below(1_440)),
    city: inventWord(truth),
  }),
  IMAGE: ({ n, truth }) => ({
    algorithm: 'md5',
    hash: `${n.toString(16).padStart(8, 'a')}${Array.from({ length: 24 }, () => 'abcdef'.charAt(truth.below(6))).join('')}`,
  }),
  SIGHTING: ({ plan, thing, n, truth }) => ({
    sensor: code('reader', n % 997),
    time: localTime(dayOfThing(plan, thing) + truth.below(300), truth.below(1_440)),
    method: 'Plate reader',
  }),
  CASE: ({ plan, thing, n }) => ({
    agency: homeOf(plan, circleOf(thing)).agency,
    number: code('C', n),
    crimeTypes: 'trafficking',
  }),
  OBJECT: ({ n, truth }) => ({
    kindOf: truth.pick(['device', 'document', 'cash']),
    maker: truth.pick(['Corvane', 'Halden']),
    serialNumber: code('S', n),
  }),
};

/** Of the agency that mostly reports of the circle: others' records of the person are entities of their own. */
export function personNumber(plan: WorldPlan, thing: number, n: number): string {
  return `${homeOf(plan, circleOf(thing)).agency}/person/${code('X', n)}`;
}

function circleOf(thing: number): number {
  return Math.max(0, Math.floor(thing / circleSize));
}

function dayOfThing(plan: WorldPlan, thing: number): number {
  return dayOfCircle(plan, circleOf(thing));
}

function letterGroup(n: number): string {
  const at = Math.floor(n / 900);
  return [at, at / 26, at / 676].map((part) => String.fromCharCode(65 + (Math.floor(part) % 26))).join('');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
