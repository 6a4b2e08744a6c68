import { Chance } from './chance.ts';
import { circleSize, stream, type WorldPlan } from './worldPlan.ts';

const always = [
  ...Array<string>(6).fill('PERSON'),
  ...Array<string>(5).fill('PHONE'),
  'ADDRESS',
  'ADDRESS',
  'VEHICLE',
  'STAY',
  'STAY',
  'PAYMENT',
  'AD',
  'EMAIL',
  'ONLINE_ACCOUNT',
  'FINANCIAL_ACCOUNT',
  'SIGHTING',
];
const sometimes = ['VEHICLE', 'PAYMENT', 'AD', 'IMAGE', 'ORGANIZATION', 'CASE', 'OBJECT', 'PHONE'];
/** A lodging is shared by the circles around it. */
const circlesPerLodging = 1;
const lodgingPlace = circleSize - 1;
const vehiclePlace = always.indexOf('VEHICLE');

const hubKinds = 'PHONE LODGING ADDRESS ORGANIZATION ONLINE_ACCOUNT FINANCIAL_ACCOUNT PHONE LODGING PHONE ADDRESS'.split(' ');

/** A thing is a number: hubs first, then circle by circle. */
export function hubThing(hub: number): number {
  return -1 - hub;
}

export function circleThing(circle: number, place: number): number {
  return circle * circleSize + place;
}

export function kindOf(plan: WorldPlan, thing: number): string {
  if (thing < 0) return hubKinds[(-1 - thing) % hubKinds.length]!;
  const circle = Math.floor(thing / circleSize);
  const place = thing % circleSize;
  const fixed = always[place];
  if (fixed !== undefined) return fixed;
  if (place === lodgingPlace && circle % circlesPerLodging === 0) return 'LODGING';
  return new Chance(plan.size.seed, stream.circle, thing).pick(sometimes);
}

/** What must stand in a report beside a thing: its key is made of both. */
export function companionOf(plan: WorldPlan, thing: number): number | null {
  const circle = Math.floor(thing / circleSize);
  const kind = kindOf(plan, thing);
  if (kind === 'STAY') return circleThing(circle - (circle % circlesPerLodging), lodgingPlace);
  return kind === 'SIGHTING' ? circleThing(circle, vehiclePlace) : null;
}
