import { expect, it } from 'vitest';
import { limits } from '../../../model/paging.ts';
import { expansion, inWorld, person, phone, viewer, type OpenGraphStore } from './exampleWorld.ts';

const people = (count: number) => Array.from({ length: count }, (_, i) => person(`Guest ${i}`));
const usesOfFirst = (count: number) => Array.from({ length: count }, (_, i) => ({ kind: 'USES', from: i + 1, to: 0 }));

export function sizeExamples(open: OpenGraphStore): void {
  it(
    'counts an entity as generic for a viewer who sees enough neighbours of it',
    inWorld(open, async ({ add, see }) => {
      const half = limits.genericNeighbours / 2;
      const more = { audience: 'NORTH', records: [phone('0142'), ...people(half)], links: usesOfFirst(half) };
      const { at } = await add({ ...more, agency: 'BRAVO' });
      await add({
        ...more,
        agency: 'ALPHA',
        audience: 'ALPHA',
        records: more.records.slice(0, half),
        links: usesOfFirst(half - 1),
      });
      const north = viewer('ALPHA', 'NORTH');
      expect(await see(north, at(0))).toMatchObject({ isGeneric: false });
      const last = await add({
        agency: 'BRAVO',
        audience: 'NORTH',
        records: [phone('0142'), person('Last')],
        links: usesOfFirst(1),
      });
      expect(await see(north, at(0))).toMatchObject({ isGeneric: true });
      expect(await see(viewer('BRAVO'), at(0))).toMatchObject({ isGeneric: false });
      expect(last.at(0)).toBe(at(0));
    }),
  );

  it(
    'refuses orders that must read every neighbour beyond the limit, and says what helps',
    inWorld(open, async ({ store, add }) => {
      const most = limits.orderedNeighbours;
      const third = Math.ceil((most + 1) / 3);
      let hub = '';
      for (let i = 0; i < 3; i++)
        hub = (await add({ records: [phone('0142'), ...people(third)], links: usesOfFirst(third) })).at(0);
      const scope = viewer('ALPHA');
      for (const order of ['STRONGEST', 'CAPTION', 'OTHER_AGENCIES'] as const) {
        const refusal = store.expand(scope, expansion([hub], { order, limit: 3 }));
        await expect(refusal).rejects.toMatchObject({
          code: 'TOO_LARGE',
          message: expect.stringMatching(/kind|window|since|until|direction/i),
        });
      }
      const { entities, total } = await store.expand(scope, expansion([hub], { limit: 3 }));
      expect(entities).toHaveLength(3);
      expect(total).toBeGreaterThanOrEqual(most);
    }),
    300_000,
  );
}
