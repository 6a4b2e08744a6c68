import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { address, alpha, inWorld, legalCase, person } from '../../contract/examples/exampleWorld.ts';
import { openEmbeddedStores } from '../openEmbeddedStores.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-guarded-hub-'));
afterAll(() => rmSync(folder, { recursive: true }));

const resident = (number: number) => person(`Resident ${number}`, { key: `PERSON ALPHA/person/${number}` });
const victimOf = { kind: 'INVOLVED_IN', from: 0, to: 1, isProtecting: true };

function open(hubThreshold: number): Parameters<typeof inWorld>[0] {
  return async (options) => {
    const { graph, audit } = await openEmbeddedStores({ folder: join(folder, String(hubThreshold)), hubThreshold, ...options });
    await audit.close();
    return graph;
  };
}

it.each([3, 256])(
  'hides the home of somebody who becomes protected later by a report that does not speak of the home, though it is kept in memory (hubs from %i rows on)',
  (hubThreshold) =>
    inWorld(open(hubThreshold), async ({ store, add }) => {
      const home = address('1 Canal St');
      const people = [0, 1, 2, 3, 4, 5].map(resident);
      const { at } = await add({
        records: [home, ...people],
        links: people.map((_, i) => ({ kind: 'RESIDES_AT', from: i + 1, to: 0 })),
      });
      const totals = (): Promise<readonly number[]> => store.neighbourTotals(alpha, [at(0)]);
      expect(await totals()).toEqual([6]);
      await add({ records: [resident(0), legalCase('C-1')], links: [victimOf] });
      expect(await totals()).toEqual([5]);
      const { report } = await add({ records: [resident(1), legalCase('C-1')], links: [victimOf] });
      expect(await totals()).toEqual([4]);
      await store.retractReport({ number: report.number, agency: 'ALPHA', reason: 'wrong', by: 'someone', at: 0 });
      expect(await totals()).toEqual([5]);
    })(),
);
