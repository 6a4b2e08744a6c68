import { describe, expect, test } from 'vitest';
import { cleanedAs } from '../fixtures/cleaning.ts';
import { email } from './email.ts';
import { handle, service } from './handle.ts';
import { siteAndPath, url } from './url.ts';

describe('an e-mail address', () => {
  test.each([
    [' DP.Rooms@Example.NET ', 'dp.rooms@example.net'],
    ['mailto:dp.rooms@example.net', 'dp.rooms@example.net'],
    ['Dorian Pell <dp.rooms@example.net>', 'dp.rooms@example.net'],
    ['dp+nola@example.net', 'dp+nola@example.net'],
    ['dp.rooms@example', 'unverified: raw:??DPROOMSEXAMPLE'],
    ['dp rooms at example dot net', 'unverified: raw:??DPROOMSATEXAMPLEDOTNET'],
  ])('%s', (raw, canonical) => expect(cleanedAs(email, raw)).toBe(canonical));

  test('is found with and without the tricks of providers, which decide nothing', () => {
    expect(email.words('d.p+x@mail.example')).toEqual(expect.arrayContaining(['dpxmailexample', 'dpmailexample']));
    expect(email.compare('d.p+x@mail.example', 'dp@mail.example')).toBe(0.95);
  });
});

test('a handle has no @, no case and no blanks', () => {
  for (const raw of ['@TQ_nola', 'tq_NOLA', ' $tq_nola']) expect(cleanedAs(handle, raw)).toBe('tq_nola');
  expect(handle.show('tq_nola')).toBe('@tq_nola');
  expect(handle.words('tq_nola')).toEqual(['tqnola', 'tq', 'nola']);
  expect(cleanedAs(handle, '@')).toBe('refused: The handle is empty');
});

test('a platform has one name', () => {
  expect(['IG', 'Instagram', 'instagram.com', 'https://www.instagram.com/'].map((raw) => cleanedAs(service, raw))).toEqual(
    Array(4).fill('instagram'),
  );
  expect(cleanedAs(service, 'Cash App')).toBe('cashapp');
});

describe('a web address', () => {
  test.each([
    ['Example.NET/ad/1', 'https://example.net/ad/1'],
    ['http://example.net/?utm_source=x&id=7#top', 'http://example.net/?id=7'],
    ['https://user:secret@example.net/a', 'https://example.net/a'],
  ])('%s', (raw, canonical) => expect(cleanedAs(url, raw)).toBe(canonical));

  test.each(['javascript:alert(1)', 'not a link', 'ftp://example.net', ''])('refuses %s', (raw) =>
    expect(cleanedAs(url, raw)).toMatch(/^refused/),
  );

  test('tells the site and the account', () => {
    expect(siteAndPath('https://www.instagram.com/tq_nola')).toEqual({ site: 'instagram', path: 'tq_nola' });
  });
});
