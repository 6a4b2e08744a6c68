import type { CleanProperties, KeyContext } from '../kind.ts';
import { identityNumber, issuerOf } from '../propertyTypes/identityNumber.ts';
import { all, canonical } from './readProperties.ts';

/**
 * Identity numbers that make two records one entity: issued by the reporting agency itself, or by the group that is
 * the report's audience. Anybody else's number is only a hint (`lookupKeys`).
 */
export function numbersOfOwner(properties: CleanProperties, context: KeyContext): readonly string[] {
  const numbers = all(properties, 'identityNumber');
  if (numbers.length === 0) return numbers;
  const owners = [context.agency.toUpperCase(), context.audience.toUpperCase()];
  return numbers
    .filter((number) => owners.includes(issuerOf(number)))
    .sort((a, b) => owners.indexOf(issuerOf(a)) - owners.indexOf(issuerOf(b)));
}

export function everyNumber(properties: CleanProperties): readonly string[] {
  return all(properties, 'identityNumber');
}

export function lookupNumber(value: string): readonly string[] {
  const number = canonical(identityNumber, value);
  return number === null ? [] : [number];
}
