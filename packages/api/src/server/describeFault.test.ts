import { expect, test } from 'vitest';
import { LinchpinError } from '../model/errors.ts';
import { describeFault } from './describeFault.ts';

test('a driver that quotes a value is kept without its words, its code and place stay', () => {
  const driver = Object.assign(new Error("Node(7) already exists with key = 'PHONE +15045550142'"), {
    code: 'Neo.ClientError.X',
  });
  const fault = describeFault(new LinchpinError('UNAVAILABLE', 'The store does not answer', [], { cause: driver }));
  expect(fault).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The store does not answer',
    cause: { code: 'Neo.ClientError.X' },
  });
  expect(fault.cause?.at?.[0]).toContain('describeFault.test.ts');
  expect(JSON.stringify(fault)).not.toContain('5045550142');
});

test('a mistake of ours says what it is', () => {
  expect(describeFault(new TypeError('x is not a function'))).toMatchObject({
    name: 'TypeError',
    message: 'x is not a function',
  });
  expect(describeFault('text with a name')).toEqual({ name: 'string' });
});
