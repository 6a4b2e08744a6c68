import { describe, expect, test } from 'vitest';
import { demoReports } from './demoCase.ts';
import { demoDirectory } from './demoDirectory.ts';
import { seededRandom } from './seededRandom.ts';

const reports = demoReports();

test('the same seed tells the same case, another seed another one', () => {
  expect(demoReports()).toEqual(reports);
  expect(demoReports(2)).not.toEqual(reports);
});

test('reports come oldest received first, all on days of the case, each with a key of its own', () => {
  const received = reports.map((report) => report.receivedAt!);
  expect(received).toEqual([...received].sort());
  expect(received[0]! > '2026-01-05').toBe(true);
  expect(received.at(-1)! < '2026-04-01').toBe(true);
  expect(new Set(reports.map((report) => report.idempotencyKey)).size).toBe(reports.length);
});

test('phone numbers are 555-01xx in seven area codes, in texts and contacts too', () => {
  const text = JSON.stringify([reports, demoDirectory]);
  const numbers = text.match(/\(\d{3}\) \d{3}-\d{4}/g) ?? [];
  expect(numbers.length).toBeGreaterThan(500);
  expect(numbers.filter((number) => !/^\((504|225|251|713|850|985|228)\) 555-01\d\d$/.test(number))).toEqual([]);
});

test('every agency of the task force has its piece, and keeps some of it to itself', () => {
  const members = demoDirectory.groups[0]!.agencies.filter((agency) => agency !== 'GULF-TF-CELL');
  for (const agency of members) {
    const own = reports.filter((report) => report.agency === agency);
    expect(own.some((report) => report.audience === 'GULF-TF')).toBe(true);
    expect(own.some((report) => report.audience === agency && report.outsideAudience === 'POINTER')).toBe(true);
  }
  expect(reports.some((report) => report.outsideAudience === 'SEALED')).toBe(true);
});

describe('the people', () => {
  test('everybody belongs to an agency that there is', () => {
    const agencies = demoDirectory.agencies.map((agency) => agency.id);
    for (const user of demoDirectory.users) expect(agencies).toContain(user.agency);
    for (const group of demoDirectory.groups) for (const agency of group.agencies) expect(agencies).toContain(agency);
  });

  test('there is one for every role', () => {
    const roles = new Set(demoDirectory.users.map((user) => user.role));
    expect([...roles].sort()).toEqual(['ADMIN', 'AUDITOR', 'INTAKE', 'INVESTIGATOR', 'PARTNER', 'SUPERVISOR']);
  });
});

test('a sample holds different things, as many as asked for or there are', () => {
  const chance = seededRandom(1, 'sample');
  expect(new Set(chance.sample([1, 2, 3, 4, 5], 3)).size).toBe(3);
  expect(chance.sample([1, 2], 5)).toHaveLength(2);
});
