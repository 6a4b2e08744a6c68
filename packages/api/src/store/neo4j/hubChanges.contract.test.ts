import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it, vi } from 'vitest';
import { mintScope } from '../../gate/mintScope.ts';
import { publicIds } from '../../model/publicIds.ts';
import { buildReport } from '../contract/buildReport.ts';
import { expansion } from '../contract/examples/exampleWorld.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { Cypher } from './runCypher.ts';
import { openEmpty, reopen, settingsForTests } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';

const secret = Buffer.from('a secret of this test alone');
const ids = publicIds(secret);
const scope = mintScope({ agency: 'ALPHA', groups: [] });
const changesKept = 3;
const options = { vocabulary: coreVocabulary, secret, hubFrom: 4, changesKept };

const numberOf = (nth: number): string => `ALPHA-2024-${String(nth).padStart(6, '0')}`;

/** Each tells of the same phone, and of another. */
function callReport(nth: number) {
  const phone = (last: string) => ({ kind: 'PHONE', values: { number: [`+1504555${last}`] }, key: `PHONE +1504555${last}` });
  return buildReport(ids, {
    agency: 'ALPHA',
    number: numberOf(nth),
    records: [phone('0100'), phone(String(1_000 + nth))],
    links: [{ kind: 'CALLED', from: 0, to: 1 }],
  });
}

const ask = async (store: GraphStore, id: string): Promise<unknown> =>
  Promise.all([store.expand(scope, expansion([id])), store.linkCounts(scope, [id]), store.entities(scope, [id])]);

describe.skipIf(!serverForTests())('changes of a hub', () => {
  it('go when they are far behind, and who is behind them reads the hub anew', async () => {
    const [writing, reading, cypher] = [await openEmpty(options), await reopen(options), new Cypher(settingsForTests())];
    const count = async (): Promise<number> =>
      (await cypher.read<{ count: number }>('MATCH (change:HubChange) RETURN count(change) AS count'))[0]!.count;
    try {
      for (let nth = 0; nth < 10; nth++) await writing.graph.addReports([callReport(nth)]);
      const [hub = ''] = (await writing.graph.lookup(scope, ['PHONE +15045550100'])).entityIds;
      expect(await ask(reading.graph, hub)).toEqual(await ask(writing.graph, hub));
      for (let nth = 10; nth < 30; nth++) await writing.graph.addReports([callReport(nth)]);
      await writing.graph.retractReport({ number: numberOf(2), agency: 'ALPHA', reason: 'wrong', by: 'somebody', at: 0 });
      // What the last write itself left behind goes with the next one.
      await vi.waitFor(async () => expect(await count()).toBeLessThanOrEqual(changesKept + 2), { timeout: 20_000 });
      const fresh = await reopen(options);
      const expected = await ask(fresh.graph, hub);
      expect(await ask(reading.graph, hub)).toEqual(expected);
      expect(await ask(writing.graph, hub)).toEqual(expected);
      expect((await fresh.graph.linkCounts(scope, [hub]))[0]![0]).toMatchObject({ neighbours: 29 });
      await Promise.all([fresh.graph.close(), fresh.work.close(), fresh.audit.close()]);
    } finally {
      const stores = [writing, reading].flatMap(({ graph, work, audit }) => [graph, work, audit]);
      await Promise.all([...stores, cypher].map((store) => store.close()));
    }
  });
});
