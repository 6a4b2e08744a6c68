import { coreVocabulary } from '@linchpin/schema';
import { expect, it } from 'vitest';
import { entityView, finishView, type RecordFacts } from './entityView.ts';
import { RecordFold } from './recordFold.ts';

const phone = coreVocabulary.entityKinds.get('PHONE')!;
const facts = { id: 'a'.repeat(26), isProtected: false, neighbours: 3, firstLink: 5, lastLink: 40 };

/** Record `n`: two records a report, few values, and moments that many share. */
function record(n: number): RecordFacts {
  const value = `+1504555010${n % 3}`;
  return {
    id: `record ${(n * 7) % 100}`,
    reportNumber: `ALPHA-2024-${Math.floor(n / 2)}`,
    agency: ['ALPHA', 'BRAVO'][n % 2]!,
    receivedAt: Math.floor(n / 2) % 7,
    occurredAt: n % 5 === 0 ? null : n,
    caption: n % 4 === 0 ? null : `Desk ${n % 3}`,
    isGeneric: n === 90,
    properties: [{ name: 'number', given: [value], values: [{ value, display: `shown ${n % 5}`, isUnverified: n % 6 === 0 }] }],
  };
}
const records = Array.from({ length: 240 }, (_, n) => record(n));

it('says the same of records that came one by one as of all at once, in whatever order', () => {
  const fold = new RecordFold();
  for (const [n, one] of records.entries()) {
    fold.add(one);
    if (n % 60 === 59) {
      const all = records.slice(0, n + 1);
      const expected = entityView(phone, { ...facts, records: all });
      expect(finishView(phone, fold, facts)).toEqual(expected);
      expect(entityView(phone, { ...facts, records: all.toReversed() })).toEqual(expected);
    }
  }
});

it('counts every report of a value, and names the newest fifty', () => {
  const [view] = entityView(phone, { ...facts, records }).properties;
  const reports = records.filter((one) => one.properties[0]!.values[0]!.value === view!.values[0]!.value);
  expect(view!.values[0]!.reportCount).toBe(new Set(reports.map(({ reportNumber }) => reportNumber)).size);
  expect(view!.values[0]!.reports).toHaveLength(50);
});
