import { describe, expect, it } from 'vitest';
import { lookupKinds } from './searchReads.ts';

describe('what a typed text may be the whole of', () => {
  it.each([
    ['(504) 555-0142', 'PHONE'],
    ['+1 504 555 0142', 'PHONE'],
    ['five0four 555 oh one 42', 'PHONE'],
    ['room@example.net', 'EMAIL'],
    ['@tq_nola', 'ONLINE_ACCOUNT'],
    ['482 KTR', 'VEHICLE'],
    ['1HGCM82633A004352', 'VEHICLE'],
    ['DE89370400440532013000', 'FINANCIAL_ACCOUNT'],
  ])('%s is asked of every agency', (text, kind) => expect(lookupKinds(text)).toEqual([kind]));

  it.each(['0142', 'Dorian Pell', '504 555', 'motel', ''])('"%s" is no whole identifier', (text) =>
    expect(lookupKinds(text)).toEqual([]),
  );
});
