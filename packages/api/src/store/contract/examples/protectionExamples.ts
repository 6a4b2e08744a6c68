import { mintScope } from '../../../gate/mintScope.ts';
import { expect, it } from 'vitest';
import { codeName } from '../../../model/codeName.ts';
import { atSecond, type ReportDraft } from '../buildReport.ts';
import {
  address,
  all,
  alpha,
  day,
  expansion,
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

const victimOf = { kind: 'INVOLVED_IN', from: 0, to: 1, isProtecting: true };
const key = 'PERSON ALPHA/person/7';
const mary = (more: object = {}) =>
  person('Mary Fox', { key, values: { name: ['Mary Fox'], identityNumber: ['ALPHA/person/7'] }, ...more });

export function protectionExamples(open: OpenGraphStore): void {
  it.each<{ why: string; draft: Partial<ReportDraft>; isProtected: boolean }>([
    {
      why: 'a victim by a report in scope',
      draft: { agency: 'BRAVO', audience: 'NORTH', records: [mary(), legalCase('C-1')], links: [victimOf] },
      isProtected: true,
    },
    {
      why: 'a victim by a POINTER report out of scope',
      draft: { agency: 'BRAVO', records: [mary(), legalCase('C-1')], links: [victimOf] },
      isProtected: true,
    },
    {
      why: 'a victim by a SEALED report out of scope',
      draft: { agency: 'BRAVO', outsideAudience: 'SEALED', records: [mary(), legalCase('C-1')], links: [victimOf] },
      isProtected: false,
    },
    {
      why: 'a victim by a SEALED report that protects everywhere',
      draft: {
        agency: 'BRAVO',
        outsideAudience: 'SEALED',
        protectEverywhere: true,
        records: [mary(), legalCase('C-1')],
        links: [victimOf],
      },
      isProtected: true,
    },
    {
      why: 'involved otherwise',
      draft: { records: [mary(), legalCase('C-1')], links: [{ ...victimOf, isProtecting: false }] },
      isProtected: false,
    },
    { why: 'a minor by a flag', draft: { records: [mary({ isMinor: true })] }, isProtected: true },
    {
      why: 'under 18 when the report came',
      draft: { receivedAt: onDay(1), records: [mary({ adultFrom: onDay(2) })] },
      isProtected: true,
    },
    {
      why: 'just 18 when the report came',
      draft: { receivedAt: onDay(2), records: [mary({ adultFrom: onDay(2) })] },
      isProtected: false,
    },
    {
      why: 'under 18 when a link began',
      draft: {
        receivedAt: onDay(9),
        records: [mary({ adultFrom: onDay(2) }), phone('0142')],
        links: [{ kind: 'USES', from: 0, to: 1, start: atSecond(onDay(1)) }],
      },
      isProtected: true,
    },
  ])('protects a person who is $why: $isProtected', ({ draft, isProtected }) =>
    inWorld(open, async ({ add, see }) => {
      const plain = await add({ receivedAt: onDay(9), records: [mary()] });
      await add({ receivedAt: onDay(9), ...draft });
      const view = (await see(viewer('ALPHA', 'NORTH'), plain.at(0)))!;
      expect(view).toMatchObject({ isProtected, caption: isProtected ? codeName(plain.at(0)) : 'Mary Fox' });
      expect(view.properties.length > 0).toBe(!isProtected);
    })(),
  );

  it('protects by what a group of the agency knows, even from a role that does not read the group', () =>
    inWorld(open, async ({ add, see }) => {
      const plain = await add({ receivedAt: onDay(9), records: [mary()] });
      await add({
        agency: 'BRAVO',
        audience: 'NORTH',
        outsideAudience: 'SEALED',
        records: [mary(), legalCase('C-1')],
        links: [victimOf],
      });
      const narrow = mintScope({ agency: 'ALPHA', groups: [], protectingGroups: ['NORTH'] });
      expect(await see(narrow, plain.at(0))).toMatchObject({ isProtected: true, recordCount: 1 });
      expect(await see(viewer('ALPHA'), plain.at(0))).toMatchObject({ isProtected: false });
    })());

  const household: Partial<ReportDraft> = {
    narrative: 'Where Mary is',
    records: [mary({ isMinor: true }), address('1 Canal St'), person('Ann Fox'), phone('0142'), { kind: 'ORGANIZATION' }],
    links: [
      { kind: 'RESIDES_AT', from: 0, to: 1, start: atSecond(onDay(1)) },
      { kind: 'KIN', from: 0, to: 2, start: atSecond(onDay(2)) },
      { kind: 'ASSOCIATED_WITH', from: 1, to: 0, start: atSecond(onDay(3)) },
      { kind: 'USES', from: 0, to: 3, start: atSecond(onDay(4)), values: { basis: ['said so'] } },
      { kind: 'RESIDES_AT', from: 4, to: 1, start: atSecond(onDay(5)) },
    ],
  };

  it(
    'leaves telling links of protected people out of both ends, and only those',
    inWorld(open, async ({ store, add, see }) => {
      const { report, at } = await add({ receivedAt: onDay(1), ...household });
      const [ofMary, ofHome, ofAnn] = await store.linkCounts(alpha, [at(0), at(1), at(2)]);
      expect(ofMary).toMatchObject([{ linkKind: 'USES', links: 1, neighbours: 1 }]);
      expect(ofHome).toMatchObject([{ linkKind: 'RESIDES_AT', entityKind: 'ORGANIZATION', links: 1 }]);
      expect(ofAnn).toEqual([]);
      expect((await store.expand(alpha, expansion([at(1)]))).entities.map(({ id }) => id)).toEqual([at(4)]);
      expect((await store.linksAmong(alpha, [0, 1, 2, 3, 4].map(at))).map(({ kind }) => kind).sort()).toEqual([
        'RESIDES_AT',
        'USES',
      ]);
      expect(await store.bundles(alpha, [`${at(0)}.RESIDES_AT.${at(1)}`])).toEqual([null]);
      expect((await store.evidence(alpha, `${at(0)}.RESIDES_AT.${at(1)}`, all)).total).toBe(0);
      expect(itemsOf(await store.reportLinks(alpha, report.number, all)).map(({ id }) => id)).toEqual(
        [3, 4].map((i) => report.links[i]!.id),
      );
      expect(await store.part(alpha, report.links[0]!.id)).toBeNull();
      expect(await see(alpha, at(0))).toMatchObject({ firstSeen: onDay(4), lastSeen: onDay(4) });
      expect(await see(alpha, at(2))).toMatchObject({ firstSeen: null, lastSeen: null });
      expect((await store.neighbours(alpha, [at(1)], { linkKinds: null, window: noWindow })).map(({ to }) => to)).toEqual([
        at(4),
      ]);
    }),
  );

  it(
    'shows no value, narrative or link property of a protected person',
    inWorld(open, async ({ store, add }) => {
      const { report, at } = await add({ receivedAt: onDay(1), ...household });
      expect(itemsOf(await store.records(alpha, at(0), all))).toMatchObject([{ properties: [] }]);
      expect(itemsOf(await store.reportRecords(alpha, report.number, all))[0]).toMatchObject({ properties: [] });
      expect(itemsOf(await store.evidence(alpha, `${at(0)}.USES.${at(3)}`, all))).toMatchObject([{ properties: [] }]);
      expect(await store.part(alpha, report.links[3]!.id)).toMatchObject({ link: { properties: [] } });
      expect(await store.reportsByNumber(alpha, [report.number])).toMatchObject([{ narrative: null }]);
      expect(JSON.stringify(await store.entities(alpha, [0, 1, 2, 3, 4].map(at)))).not.toContain('Mary');
    }),
  );

  it(
    'finds protected people neither by word nor by identity number, and points at nobody for them',
    inWorld(open, async ({ store, add }) => {
      await add({ ...household });
      const words = (word: string) => ({
        plan: { keys: [key], alternatives: [[word]], pattern: null },
        kinds: null,
        agencies: null,
        page: all,
      });
      expect((await store.search(alpha, words('mary'))).hits).toEqual([]);
      expect((await store.search(alpha, words('marry'))).correction).toBeNull();
      expect((await store.lookup(alpha, [key])).entityIds).toEqual([]);
      const outside = await store.lookup(viewer('BRAVO'), [key]);
      expect(outside).toMatchObject({ entityIds: [], pointers: [], encounters: [{ holder: 'ALPHA' }] });
    }),
  );

  it(
    'does not let a hidden match keep typos from being tried',
    inWorld(open, async ({ store, add }) => {
      await add({ records: [person('Marta', { isMinor: true })] });
      const { at } = await add({ records: [person('Martha')] });
      const answer = await store.search(alpha, {
        plan: { keys: [], alternatives: [['marta']], pattern: null },
        kinds: null,
        agencies: null,
        page: all,
      });
      expect(answer.hits.map(({ entityId }) => entityId)).toEqual([at(0)]);
      expect(answer.correction).toEqual({ typed: 'marta', meant: 'martha' });
    }),
  );

  it(
    'leaves protected people out of common neighbours on both sides, and out of overlaps',
    inWorld(open, async ({ store, add }) => {
      const uses = [0, 1].map((from) => ({ kind: 'USES', from, to: 2 }));
      const { at } = await add({
        audience: 'NORTH',
        records: [mary({ isMinor: true }), person('Ann'), phone('0142'), phone('0143')],
        links: [...uses, { kind: 'USES', from: 0, to: 3 }],
      });
      await add({ agency: 'BRAVO', audience: 'NORTH', occurredAt: atSecond(onDay(1)), records: [mary(), phone('0142')] });
      const north = viewer('ALPHA', 'NORTH');
      expect(await store.commonNeighbours(north, { ids: [at(2), at(3)], minimum: 2, first: 5 })).toEqual([]);
      expect(await store.commonNeighbours(north, { ids: [at(0), at(1)], minimum: 2, first: 5 })).toEqual([]);
      expect(await store.commonNeighbours(north, { ids: [at(0), at(1)], minimum: 1, first: 5 })).toMatchObject([
        { entityId: at(2), of: [at(1)] },
      ]);
      const overlaps = await store.overlaps(north, {
        agencies: null,
        agencyGroups: [],
        kinds: null,
        since: null,
        minimumAgencies: 2,
        order: 'STRENGTH',
        now: onDay(1) + day,
        page: all,
      });
      expect(itemsOf(overlaps)).toMatchObject([
        { entityId: at(2), reasons: expect.arrayContaining(['Linked to 1 person or organization']) },
      ]);
    }),
  );

  it(
    'says of a neighbour who is protected only what the store may say',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ ...household });
      const rows = await store.neighbours(alpha, [at(3)], { linkKinds: null, window: noWindow });
      expect(rows).toMatchObject([{ from: at(3), to: at(0), toKind: 'PERSON' }]);
      expect((await store.expand(alpha, expansion([at(3)], { order: 'CAPTION' }))).entities).toMatchObject([
        { caption: codeName(at(0)), properties: [] },
      ]);
    }),
  );
}
