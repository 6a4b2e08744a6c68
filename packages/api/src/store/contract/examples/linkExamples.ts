import { expect, it } from 'vitest';
import { atSecond } from '../buildReport.ts';
import {
  all,
  alpha,
  inWorld,
  itemsOf,
  legalCase,
  noWindow,
  onDay,
  person,
  phone,
  viewer,
  type OpenGraphStore,
} from './exampleWorld.ts';

const north = viewer('ALPHA', 'NORTH');

export function linkExamples(open: OpenGraphStore): void {
  it(
    'counts links and distinct neighbours by kind, other kind and direction',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({
        records: [phone('0142'), phone('0143'), person('Ann'), person('Bea')],
        links: [
          { kind: 'CALLED', from: 0, to: 1 },
          { kind: 'CALLED', from: 0, to: 1 },
          { kind: 'CALLED', from: 1, to: 0 },
          { kind: 'USES', from: 2, to: 0 },
          { kind: 'USES', from: 3, to: 0 },
          { kind: 'KNOWS', from: 3, to: 2 },
        ],
      });
      expect(await store.linkCounts(alpha, [at(0), at(2)])).toEqual([
        [
          { linkKind: 'CALLED', entityKind: 'PHONE', direction: 'IN', links: 1, neighbours: 1 },
          { linkKind: 'CALLED', entityKind: 'PHONE', direction: 'OUT', links: 2, neighbours: 1 },
          { linkKind: 'USES', entityKind: 'PERSON', direction: 'IN', links: 2, neighbours: 2 },
        ],
        [
          { linkKind: 'KNOWS', entityKind: 'PERSON', direction: 'NONE', links: 1, neighbours: 1 },
          { linkKind: 'USES', entityKind: 'PHONE', direction: 'OUT', links: 1, neighbours: 1 },
        ],
      ]);
      // The other phone stands in two rows and is one neighbour.
      expect(await store.neighbourTotals(alpha, [at(0), at(2), 'nobody'])).toEqual([3, 2, 0]);
    }),
  );

  it(
    'makes one bundle of a symmetric kind whichever way it was said, and shows its links as they were said',
    inWorld(open, async ({ store, add }) => {
      const both = [
        { kind: 'KNOWS', from: 0, to: 1 },
        { kind: 'KNOWS', from: 1, to: 0 },
      ];
      const { at } = await add({ records: [person('Ann'), person('Bea')], links: both });
      const [from, to] = [at(0), at(1)].sort() as [string, string];
      const [bundle] = await store.linksAmong(alpha, [at(0), at(1)]);
      expect(bundle).toMatchObject({ id: `${from}.KNOWS.${to}`, from, to, links: 2, reports: 1 });
      expect(await store.bundles(alpha, [bundle!.id])).toEqual([bundle]);
      const links = itemsOf(await store.evidence(alpha, bundle!.id, all));
      expect(new Set(links.map((link) => link.from))).toEqual(new Set([at(0), at(1)]));
    }),
  );

  it(
    'sums a bundle up from the visible links alone',
    inWorld(open, async ({ store, add }) => {
      const said = (more: object, start: number | null, end: number | null = null) =>
        add({
          records: [person('Ann', { key: 'PERSON ALPHA/person/1' }), phone('0142')],
          links: [
            {
              kind: 'USES',
              from: 0,
              to: 1,
              start: start === null ? null : atSecond(onDay(start)),
              end: end === null ? null : atSecond(onDay(end)),
            },
          ],
          ...more,
        });
      const weak = { grade: { reliability: 'E', credibility: 'TWO' } } as const;
      const { at } = await said(weak, 3, 5);
      const id = `${at(0)}.USES.${at(1)}`;
      const one = {
        id,
        kind: 'USES',
        from: at(0),
        to: at(1),
        links: 1,
        reports: 1,
        firstSeen: onDay(3),
        lastSeen: onDay(5),
        agencies: ['ALPHA'],
        isWeak: true,
      };
      expect(await store.bundles(north, [id])).toEqual([one]);
      await said({ agency: 'BRAVO', audience: 'NORTH' }, 1);
      await said({ agency: 'BRAVO' }, 9);
      const seen = { ...one, links: 2, reports: 2, firstSeen: onDay(1), agencies: ['ALPHA', 'BRAVO'], isWeak: false };
      expect(await store.bundles(north, [id])).toEqual([seen]);
      // Neither start nor end: the time of the report counts, never when it was received.
      await said({ occurredAt: atSecond(onDay(7)), receivedAt: onDay(20) }, null);
      await said({ receivedAt: onDay(20) }, null);
      expect(await store.bundles(north, [id])).toEqual([{ ...seen, links: 4, reports: 4, lastSeen: onDay(7) }]);
      expect(itemsOf(await store.evidence(north, id, all)).map(({ time }) => time)).toEqual([onDay(7), onDay(5), onDay(1), null]);
    }),
  );

  it(
    'walks the evidence of a bundle page by page, newest first, undated last, then by id',
    inWorld(open, async ({ store, add }) => {
      const links = [1, null, 2, 2, null].map((start) => ({
        kind: 'CALLED',
        from: 0,
        to: 1,
        start: start === null ? null : atSecond(start),
      }));
      const { report, at } = await add({ records: [phone('0142'), phone('0143')], links });
      const ids = report.links.map(({ id }) => id) as [string, string, string, string, string];
      const expected = [...[ids[2], ids[3]].sort(), ids[0], ...[ids[1], ids[4]].sort()];
      const got: string[] = [];
      for (let after = null as readonly (string | number | null)[] | null, hasNext = true; hasNext;) {
        const page = await store.evidence(alpha, `${at(0)}.CALLED.${at(1)}`, { first: 2, after });
        got.push(...itemsOf(page).map(({ id }) => id));
        expect(page.total).toBe(5);
        hasNext = page.hasNext;
        after = page.items.at(-1)?.position ?? null;
      }
      expect(got).toEqual(expected);
    }),
  );

  it(
    'lists links among entities by bundle id, each once, and neighbours in the order asked',
    inWorld(open, async ({ store, add }) => {
      const links = [
        { kind: 'CALLED', from: 0, to: 1 },
        { kind: 'CALLED', from: 1, to: 0 },
        { kind: 'USES', from: 2, to: 0, start: atSecond(3) },
      ];
      const { at } = await add({ records: [phone('0001'), phone('0002'), person('Ann', { isGeneric: true })], links });
      const ids = [`${at(0)}.CALLED.${at(1)}`, `${at(1)}.CALLED.${at(0)}`, `${at(2)}.USES.${at(0)}`];
      expect((await store.linksAmong(alpha, [at(0), at(1), at(2), at(0)])).map(({ id }) => id)).toEqual([...ids].sort());
      expect(await store.linksAmong(alpha, [at(1), at(2)])).toEqual([]);
      const calls = {
        from: at(0),
        to: at(1),
        toKind: 'PHONE',
        toIsGeneric: false,
        lastSeen: null,
        bundleIds: ids.slice(0, 2).sort(),
      };
      const user = { from: at(0), to: at(2), toKind: 'PERSON', toIsGeneric: true, lastSeen: 3, bundleIds: [ids[2]] };
      const filter = { linkKinds: null, window: noWindow };
      expect(await store.neighbours(alpha, [at(2), at(0), at(2)], filter)).toEqual([
        { ...user, from: at(2), to: at(0), toKind: 'PHONE', toIsGeneric: false },
        ...[calls, user].sort((a, b) => (a.to < b.to ? -1 : 1)),
      ]);
    }),
  );

  it(
    'finds common neighbours: most of the ids first, then newest, then id',
    inWorld(open, async ({ store, add }) => {
      const uses = (from: number, to: number, start: number | null) => ({
        kind: 'USES',
        from,
        to,
        start: start === null ? null : atSecond(start),
      });
      const { at } = await add({
        records: [
          person('Ann'),
          person('Bea'),
          person('Cat'),
          ...['0001', '0002', '0003', '0004'].map((last) => phone(last)),
          legalCase('C-1'),
        ],
        links: [
          uses(0, 3, 1),
          uses(1, 3, 1),
          uses(2, 3, 1),
          uses(0, 4, 9),
          uses(1, 4, null),
          uses(0, 5, null),
          uses(2, 5, 10),
          uses(0, 6, 99),
          { kind: 'INVOLVED_IN', from: 3, to: 7 },
        ],
      });
      const common = await store.commonNeighbours(alpha, { ids: [at(0), at(1), at(2), at(0)], minimum: 2, first: 10 });
      expect(common.map(({ entityId, of }) => [entityId, of])).toEqual([
        [at(3), [at(0), at(1), at(2)]],
        [at(5), [at(0), at(2)]],
        [at(4), [at(0), at(1)]],
      ]);
      expect(common[2]!.bundles.map(({ id }) => id)).toEqual([`${at(0)}.USES.${at(4)}`, `${at(1)}.USES.${at(4)}`].sort());
      expect(await store.commonNeighbours(alpha, { ids: [at(0), at(1), at(2)], minimum: 2, first: 1 })).toHaveLength(1);
    }),
  );

  it(
    'moves links with their records',
    inWorld(open, async ({ store, add, ids, see }) => {
      const { report, at } = await add({
        records: [phone('0001'), phone('0002'), phone('0001')],
        links: [
          { kind: 'CALLED', from: 0, to: 1, start: atSecond(1) },
          { kind: 'CALLED', from: 2, to: 1, start: atSecond(2) },
        ],
      });
      const made = ids.random();
      const old = `${at(0)}.CALLED.${at(1)}`;
      expect(await store.bundles(alpha, [old])).toMatchObject([{ links: 2 }]);
      await store.recluster([report.records[2]!.id], made);
      expect(await store.bundles(alpha, [old, `${made}.CALLED.${at(1)}`])).toMatchObject([
        { links: 1, lastSeen: 1 },
        { links: 1, lastSeen: 2 },
      ]);
      expect(await see(alpha, at(0))).toMatchObject({ firstSeen: 1, lastSeen: 1 });
      await store.recluster([report.records[0]!.id], made);
      expect(await store.bundles(alpha, [old])).toMatchObject([{ id: `${made}.CALLED.${at(1)}`, links: 2 }]);
      expect(await store.linkCounts(alpha, [at(1)])).toMatchObject([[{ direction: 'IN', links: 2, neighbours: 1 }]]);
    }),
  );
}
