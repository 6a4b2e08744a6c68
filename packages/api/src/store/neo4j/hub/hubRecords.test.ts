import { expect, test } from 'vitest';
import { mintScope } from '../../../gate/mintScope.ts';
import { seededRandom } from '../../contract/worlds/seededRandom.ts';
import { HubNames } from './hubNames.ts';
import { HubRecords, type HubRecordRow } from './hubRecords.ts';

const scope = mintScope({ agency: 'ALPHA', groups: ['NORTH'] });

function rowsOf(nth: number, random: () => number): HubRecordRow[] {
  const audience = random() < 0.5 ? 'NORTH' : 'SOUTH';
  const agency = random() < 0.3 ? 'ALPHA' : 'BRAVO';
  const said = { agency, audience, occurredAt: null, caption: null, isGeneric: false, properties: '[]' };
  const receivedAt = Math.floor(random() * 20);
  return [0, 1].map((at) => ({
    ...said,
    id: `r${nth}-${at}-${Math.floor(random() * 1_000)}`,
    reportNumber: String(nth),
    receivedAt,
  }));
}

function expectedOf(rows: readonly HubRecordRow[]): string[] {
  return rows
    .filter(({ agency, audience }) => agency === 'ALPHA' || audience === 'NORTH')
    .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function pagesOf(records: HubRecords, most: number): string[] {
  const ids: string[] = [];
  for (let after: { receivedAt: number; id: string } | null = null; ;) {
    const page = records.page(scope, after, most);
    ids.push(...page.map(({ id }) => id));
    after = page.at(-1) ?? null;
    if (page.length < most) return ids;
  }
}

test('pages of the records of a hub are in order and whole, whatever is added, changed and taken away between', () => {
  const random = seededRandom(3);
  const chance = (): number => random.int(1_000) / 1_000;
  const records = new HubRecords(new HubNames());
  const there = new Map<string, HubRecordRow[]>();
  let count = 0;
  for (const added of [100, 1, 5, 60, 0, 2]) {
    for (let report = 0; report < added; report++) {
      const rows = rowsOf(count++, chance);
      there.set(rows[0]!.reportNumber, rows);
      records.replace([rows[0]!.reportNumber], rows);
    }
    if (added === 5) {
      records.replace(['3', '50'], []);
      for (const number of ['3', '50']) there.delete(number);
    }
    const expected = expectedOf([...there.values()].flat());
    expect(pagesOf(records, 7)).toEqual(expected);
    expect(records.fold(scope).records).toBe(expected.length);
  }
});
