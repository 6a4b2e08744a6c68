import { expect, test } from 'vitest';
import { LinchpinError } from '../../../model/errors.ts';
import { packError, unpackError } from './carryError.ts';

const carry = (error: unknown): Error => unpackError(structuredClone(packError(error)));

test('an error of ours comes out as it went in, with its fields and what caused it', () => {
  const fields = [{ path: 'records[0]', message: 'is blank', expected: 'a name' }];
  const carried = carry(new LinchpinError('INVALID', 'records[0]: is blank', fields, { cause: new Error('deeper') }));
  expect(carried).toBeInstanceOf(LinchpinError);
  expect(carried).toMatchObject({ code: 'INVALID', message: 'records[0]: is blank', fields, cause: { message: 'deeper' } });
});

test('any other stays a fault, and whatever was thrown is one', () => {
  const fault = new TypeError('x is undefined');
  expect(carry(fault)).toMatchObject({ message: 'x is undefined', stack: fault.stack });
  expect(carry(fault)).not.toBeInstanceOf(LinchpinError);
  expect(carry('a text')).toMatchObject({ message: 'a text' });
});
