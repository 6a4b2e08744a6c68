import { expect, test } from 'vitest';
import type { ReportInput } from '../../model/reportInput.ts';
import { hashBody } from './hashBody.ts';

const report: ReportInput = {
  kind: 'TIP',
  agency: 'A',
  narrative: 'say "hi"\n\u00e9\ud800',
  records: [{ ref: 'a', kind: 'PERSON', properties: [{ name: 'name', values: ['x'] }] }],
  links: [{ kind: 'USES', from: 'a', to: 'b' }],
  protectEverywhere: false,
};

test('the digest of a body stays what it was: it is compared with those kept', () => {
  expect(hashBody(report)).toBe('73037fd74d81306b479ad7022c732bbb2ef0ed2d14908e187c9d4df71dc529be');
});

test('order of fields, fields written as null and the key of the report make no difference', () => {
  const other: ReportInput = {
    protectEverywhere: false,
    links: [{ properties: null, start: null, end: null, to: 'b', from: 'a', kind: 'USES' }],
    records: [{ properties: [{ values: ['x'], name: 'name' }], kind: 'PERSON', ref: 'a' }],
    narrative: report.narrative!,
    idempotencyKey: 'k',
    cases: null,
    officer: null,
    agency: 'A',
    kind: 'TIP',
  };
  expect(hashBody(other)).toBe(hashBody(report));
});

test.each<[string, Partial<ReportInput>]>([
  ['externalNumbers', { externalNumbers: [] }],
  ['occurredAt', { occurredAt: '2024' }],
  ['receivedAt', { receivedAt: '2024' }],
  ['timeZone', { timeZone: 'UTC' }],
  ['country', { country: 'US' }],
  ['areaCode', { areaCode: '504' }],
  ['reliability', { reliability: 'A' }],
  ['credibility', { credibility: 'ONE' }],
  ['audience', { audience: 'A' }],
  ['outsideAudience', { outsideAudience: 'SEALED' }],
  ['lawfulBasis', { lawfulBasis: '' }],
  ['reviewDate', { reviewDate: '2029-01-01' }],
  ['officer', { officer: 'x' }],
  ['contact', { contact: 'x' }],
  ['cases', { cases: ['x'] }],
  ['a start', { links: [{ ...report.links[0]!, start: '2024' }] }],
  ['properties of a link', { links: [{ ...report.links[0]!, properties: [] }] }],
])('%s makes another body', (_, more) => expect(hashBody({ ...report, ...more })).not.toBe(hashBody(report)));
