import { expect, it } from 'vitest';
import { showValue } from './showValue.ts';

it('shows a stored moment in its own zone, as exactly as it is known', () => {
  expect(showValue('1772594040000/MINUTE/America/Chicago', 'dateTime')).toBe('3 Mar 2026, 21:14');
  expect(showValue('1772517600000/DAY/America/Chicago', 'dateTime')).toBe('3 Mar 2026');
});

it('leaves alone what it cannot read, and what is only text', () => {
  expect(showValue('soon', 'dateTime')).toBe('soon');
  expect(showValue('1772594040000/MINUTE/America/Chicago', 'note')).toBe('1772594040000/MINUTE/America/Chicago');
});

it('puts commas into counts', () => expect(showValue('12345', 'count')).toBe('12,345'));
