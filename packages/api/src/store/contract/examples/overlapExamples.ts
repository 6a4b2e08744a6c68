import { expect, it } from 'vitest';
import { overlapReasons, overlapStrength } from '../../../model/overlapStrength.ts';
import type { OverlapQuery } from '../../ports/graphStore.ts';
import { atSecond, type RecordDraft, type ReportDraft } from '../buildReport.ts';
import {
  address,
  all,
  alpha,
  inWorld,
  itemsOf,
  legalCase,
  onDay,
  person,
  phone,
  viewer,
  type OpenGraphStore,
} from './exampleWorld.ts';

const north = viewer('ALPHA', 'NORTH');
const inNorth = (agency: string, more: Partial<ReportDraft>): Partial<ReportDraft> => ({ agency, audience: 'NORTH', ...more });
const asked: OverlapQuery = {
  agencies: null,
  agencyGroups: [],
  kinds: null,
  since: null,
  minimumAgencies: 2,
  order: 'STRENGTH',
  now: onDay(100),
  page: all,
};

export function overlapExamples(open: OpenGraphStore): void {
  const phoneKey = 'PHONE +15045550142';

  it(
    'points once at each agency that holds a POINTER record out of sight, with its newest contact',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ records: [phone('0142')] });
      const outside = (receivedAt: number, contact: string | null, more: object = {}) =>
        add({ agency: 'BRAVO', receivedAt, contact, records: [phone('0142')], ...more });
      await outside(1, 'old desk');
      await outside(3, null);
      await outside(2, 'new desk');
      await outside(9, 'sealed desk', { outsideAudience: 'SEALED' });
      await outside(9, 'cedar desk', { agency: 'CEDAR', outsideAudience: 'SEALED' });
      await outside(1, null, { agency: 'DELTA' });
      const [answer] = await store.pointers(alpha, [at(0)]);
      expect(answer!.pointers).toEqual([
        { agency: 'BRAVO', entityId: at(0), contact: 'new desk' },
        { agency: 'DELTA', entityId: at(0), contact: null },
      ]);
      expect(answer!.encounters.map(({ holder, outsideAudience }) => `${holder} ${outsideAudience}`).sort()).toEqual([
        'BRAVO POINTER',
        'BRAVO POINTER',
        'BRAVO POINTER',
        'BRAVO SEALED',
        'CEDAR SEALED',
        'DELTA POINTER',
      ]);
      expect(await store.lookup(alpha, [phoneKey])).toMatchObject({ entityIds: [at(0)], pointers: answer!.pointers });
      expect(await store.pointers(viewer('BRAVO', 'NORTH'), [at(0)])).toMatchObject([
        { pointers: [{ agency: 'ALPHA' }, { agency: 'DELTA' }] },
      ]);
    }),
  );

  it(
    'answers an identifier that only others hold with the pointer alone',
    inWorld(open, async ({ store, add }) => {
      const { report, at } = await add({ agency: 'BRAVO', contact: 'desk', records: [phone('0142')] });
      expect(await store.lookup(alpha, [phoneKey])).toEqual({
        entityIds: [],
        pointers: [{ agency: 'BRAVO', entityId: at(0), contact: 'desk' }],
        encounters: [{ holder: 'BRAVO', reportNumber: report.number, entityId: at(0), outsideAudience: 'POINTER' }],
      });
    }),
  );

  it(
    'points at no name and no place, and at people only by an identity number',
    inWorld(open, async ({ store, add }) => {
      const number = 'ALPHA/person/1';
      const numbered = person('Mary', { key: `PERSON ${number}`, values: { name: ['Mary'], identityNumber: [number] } });
      const outside = await add({ agency: 'BRAVO', records: [numbered, address('1 Canal St')] });
      const { report, at } = await add({ records: [person('Mary'), address('1 Canal St')] });
      await store.recluster([report.records[0]!.id], outside.at(0));
      const nobody = { pointers: [], encounters: [] };
      expect(await store.pointers(alpha, [at(0), at(1)])).toEqual([nobody, nobody]);
      expect(await store.lookup(alpha, ['ADDRESS 1 Canal St'])).toMatchObject(nobody);
      await add({ records: [numbered] });
      expect(await store.pointers(alpha, [at(0)])).toMatchObject([{ pointers: [{ agency: 'BRAVO' }] }]);
      expect(await store.lookup(viewer('CEDAR'), [`PERSON ${number}`])).toMatchObject({
        entityIds: [],
        pointers: [{ agency: 'ALPHA' }, { agency: 'BRAVO' }],
      });
    }),
  );

  it(
    'finds who is held by several agencies and says why it matters',
    inWorld(open, async ({ store, add }) => {
      const records = [phone('0142'), person('Ann'), legalCase('C-1', 'Open'), legalCase('C-2', 'Closed by arrest')];
      const links = [
        { kind: 'USES', from: 1, to: 0 },
        { kind: 'INVOLVED_IN', from: 0, to: 2 },
        { kind: 'INVOLVED_IN', from: 0, to: 3 },
      ];
      const first = await add({ receivedAt: onDay(12), occurredAt: atSecond(onDay(10)), records, links });
      await add(inNorth('BRAVO', { receivedAt: onDay(11), records: [phone('0142')] }));
      await add(inNorth('BRAVO', { receivedAt: onDay(99), records: [phone('0142')] }));
      await add({ agency: 'CEDAR', receivedAt: onDay(1), records: [phone('0142')] });
      const parts = { agencies: 2, openCases: 1, holders: 1, ageDays: 90 };
      expect(itemsOf(await store.overlaps(north, asked))).toEqual([
        {
          entityId: first.at(0),
          agencies: ['ALPHA', 'BRAVO'],
          pointerAgencies: ['CEDAR'],
          reports: 3,
          lastSeen: onDay(10),
          strength: overlapStrength(parts),
          reasons: overlapReasons(parts, 1),
          sharedSince: onDay(12),
        },
      ]);
    }),
  );

  it(
    'lets pointers count for the number of agencies and the filters, never for strength',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ occurredAt: atSecond(onDay(10)), records: [phone('0142')] });
      await add({ agency: 'BRAVO', records: [phone('0142')] });
      await add({ agency: 'CEDAR', outsideAudience: 'SEALED', records: [phone('0142')] });
      const found = async (more: Partial<OverlapQuery>) => itemsOf(await store.overlaps(alpha, { ...asked, ...more }));
      expect(await found({})).toMatchObject([
        {
          entityId: at(0),
          agencies: ['ALPHA'],
          pointerAgencies: ['BRAVO'],
          sharedSince: null,
          strength: overlapStrength({ agencies: 1, openCases: 0, holders: 0, ageDays: 90 }),
        },
      ]);
      expect(await found({ minimumAgencies: 3 })).toEqual([]);
      expect(await found({ agencies: ['ALPHA', 'BRAVO'] })).toHaveLength(1);
      expect(await found({ agencies: ['CEDAR'] })).toEqual([]);
      expect(await found({ agencyGroups: [['CEDAR', 'BRAVO'], ['ALPHA']] })).toHaveLength(1);
      expect(await found({ agencyGroups: [['CEDAR']] })).toEqual([]);
      expect(await found({ kinds: ['PERSON'] })).toEqual([]);
      expect(await found({ since: onDay(10) })).toHaveLength(1);
      expect(await found({ since: onDay(11) })).toEqual([]);
    }),
  );

  it(
    'orders by strength or by last seen, generic ones last, undated after, then id',
    inWorld(open, async ({ store, add }) => {
      const held = async (record: RecordDraft, agencies: readonly string[], seen: number | null) => {
        const added = [];
        for (const agency of agencies)
          added.push(await add(inNorth(agency, { occurredAt: seen === null ? null : atSecond(onDay(seen)), records: [record] })));
        return added[0]!.at(0);
      };
      const old = await held(phone('0001'), ['ALPHA', 'BRAVO', 'CEDAR'], 1);
      const fresh = await held(phone('0002'), ['ALPHA', 'BRAVO'], 2);
      const generic = await held(phone('0003', { isGeneric: true }), ['ALPHA', 'BRAVO', 'CEDAR', 'DELTA'], 9);
      const undated = [
        await held(phone('0004'), ['ALPHA', 'BRAVO'], null),
        await held(address('1 Canal St'), ['ALPHA', 'BRAVO'], null),
      ].sort();
      const ids = async (order: OverlapQuery['order'], first: number) => {
        const got: string[] = [];
        for (let after: OverlapQuery['page']['after'] = null, hasNext = true; hasNext;) {
          const page = await store.overlaps(north, { ...asked, order, page: { first, after } });
          got.push(...itemsOf(page).map(({ entityId }) => entityId));
          ({ hasNext } = page);
          after = page.items.at(-1)?.position ?? null;
        }
        return got;
      };
      expect(await ids('STRENGTH', 2)).toEqual([old, fresh, ...undated, generic]);
      expect(await ids('NEWEST', 1)).toEqual([fresh, old, ...undated, generic]);
    }),
  );
}
