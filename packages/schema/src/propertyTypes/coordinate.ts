import type { PropertyType } from '../propertyType.ts';
import { accept, makeType, refuse } from './makeType.ts';

/** Decimal degrees. The decimals given are the precision and are kept: `29.95` says a kilometre, `29.95107` a metre. */
function coordinate(name: string, limit: number): PropertyType {
  return makeType({
    name,
    clean: (raw) => {
      const match = /^([+-]?)0*(\d{1,3})(?:\.(\d{1,15}))?$/.exec(raw.normalize('NFKC').trim());
      const value = `${match?.[1] === '-' ? '-' : ''}${match?.[2]}${match?.[3] === undefined ? '' : `.${match[3]}`}`;
      return match && Math.abs(Number(value)) <= limit
        ? accept(value)
        : refuse('The value is no coordinate in decimal degrees', `degrees from -${limit} to ${limit}, such as 29.95107`);
    },
    compare: (a, b) => (Math.abs(Number(a) - Number(b)) <= Math.max(stepOf(a), stepOf(b)) ? 1 : 0),
    show: (value) => `${value}°`,
  });
}

export const latitude = coordinate('latitude', 90);
export const longitude = coordinate('longitude', 180);

/** Degrees that the last decimal given stands for. */
export function stepOf(value: string): number {
  return 10 ** -(value.split('.')[1]?.length ?? 0);
}
