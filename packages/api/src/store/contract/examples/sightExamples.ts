import { expect, it } from 'vitest';
import { atSecond } from '../buildReport.ts';
import {
  all,
  alpha,
  expansion,
  inWorld,
  itemsOf,
  noWindow,
  onDay,
  person,
  phone,
  viewer,
  type OpenGraphStore,
} from './exampleWorld.ts';

const bravo = viewer('BRAVO');

export function sightExamples(open: OpenGraphStore): void {
  it.each([
    { who: viewer('ALPHA'), audience: 'ALPHA', sees: true, why: 'its owner' },
    { who: viewer('BRAVO', 'NORTH'), audience: 'ALPHA', sees: false, why: 'another agency, whatever its groups' },
    { who: viewer('BRAVO', 'NORTH'), audience: 'NORTH', sees: true, why: 'a member of the group that is the audience' },
    { who: viewer('BRAVO', 'SOUTH'), audience: 'NORTH', sees: false, why: 'a member of another group' },
    { who: viewer('ALPHA'), audience: 'NORTH', sees: true, why: 'the owner, though not of the group' },
    { who: viewer('BRAVO'), audience: 'BRAVO', sees: true, why: 'the agency it is for' },
  ])('shows a report for $audience to $why: $sees', ({ who, audience, sees }) =>
    inWorld(open, async ({ store, add }) => {
      const { report, at } = await add({
        audience,
        records: [person('Mary'), phone('0142')],
        links: [{ kind: 'USES', from: 0, to: 1 }],
      });
      const seen = await Promise.all([
        store.entities(who, [at(0)]).then(([view]) => view !== null),
        store.reportsByNumber(who, [report.number]).then(([view]) => view !== null),
        store.reports(who, { agency: null, kind: null, window: noWindow }, all).then(({ total }) => total > 0),
        store.records(who, at(0), all).then(({ total }) => total > 0),
        store.linkCounts(who, [at(0)]).then(([counts]) => counts!.length > 0),
        store.expand(who, expansion([at(0)])).then(({ total }) => total > 0),
        store.linksAmong(who, [at(0), at(1)]).then((bundles) => bundles.length > 0),
        store.neighbours(who, [at(0)], { linkKinds: null, window: noWindow }).then((rows) => rows.length > 0),
        store.bundles(who, [`${at(0)}.USES.${at(1)}`]).then(([bundle]) => bundle !== null),
        store.evidence(who, `${at(0)}.USES.${at(1)}`, all).then(({ total }) => total > 0),
        store.reportRecords(who, report.number, all).then(({ total }) => total > 0),
        store.reportLinks(who, report.number, all).then(({ total }) => total > 0),
        store.part(who, report.id).then((part) => part !== null),
        store.part(who, report.records[0]!.id).then((part) => part !== null),
        store.part(who, report.links[0]!.id).then((part) => part !== null),
        store.lookup(who, ['PHONE +15045550142']).then(({ entityIds }) => entityIds.length > 0),
      ]);
      expect(new Set(seen)).toEqual(new Set([sees]));
    })(),
  );

  it(
    'makes all that is derived from what is visible only',
    inWorld(open, async ({ add, see }) => {
      const mine = await add({ receivedAt: 1, occurredAt: atSecond(onDay(5)), records: [phone('0142', { caption: 'desk' })] });
      const theirs = { agency: 'BRAVO', receivedAt: 2, occurredAt: atSecond(onDay(9)) };
      for (let i = 0; i < 2; i++) await add({ ...theirs, records: [phone('0142', { caption: 'shelter', isGeneric: true })] });
      expect(await see(alpha, mine.at(0))).toMatchObject({
        caption: 'desk',
        agencies: ['ALPHA'],
        recordCount: 1,
        firstSeen: onDay(5),
        lastSeen: onDay(5),
        isGeneric: false,
      });
      expect(await see(bravo, mine.at(0))).toMatchObject({
        caption: 'shelter',
        agencies: ['BRAVO'],
        recordCount: 2,
        isGeneric: true,
      });
    }),
  );

  it(
    'takes the most frequent caption; ties go to the newest, then to the smallest record id; none is the label of the kind',
    inWorld(open, async ({ add, see }) => {
      const called = (caption: string | null, receivedAt: number) => add({ receivedAt, records: [phone('0142', { caption })] });
      const { at } = await called(null, 9);
      expect(await see(alpha, at(0))).toMatchObject({ caption: 'Phone' });
      await called('old', 1);
      const newer = [await called('new', 2)];
      expect(await see(alpha, at(0))).toMatchObject({ caption: 'new' });
      await called('old', 1);
      expect(await see(alpha, at(0))).toMatchObject({ caption: 'old' });
      // Three captions, said twice each; two of them last on the same day: the smallest record id decides.
      const rivals = [];
      for (const caption of ['same day', 'same day', 'new']) rivals.push(await called(caption, 2));
      const first = [...rivals, ...newer].map(({ report }) => report.records[0]!).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
      expect(await see(alpha, at(0))).toMatchObject({ caption: first!.caption });
    }),
  );

  it(
    'merges values: most reports first, then newest, then value; unverified only when all say so; shown as the newest shows it',
    inWorld(open, async ({ add, see }) => {
      const say = (receivedAt: number, ...number: readonly object[]) =>
        add({ receivedAt, records: [phone('0142', { values: { number } })] });
      const first = await say(1, { value: 'a', display: 'A old', isUnverified: true }, { value: 'z' });
      const second = await say(2, { value: 'a', display: 'A new' }, { value: 'b', isUnverified: true });
      const third = await say(2, { value: 'c' });
      expect((await see(alpha, first.at(0)))!.properties).toEqual([
        {
          name: 'number',
          values: [
            {
              value: 'a',
              display: 'A new',
              isUnverified: false,
              reportCount: 2,
              reports: [second.report.number, first.report.number],
            },
            { value: 'b', display: 'b', isUnverified: true, reportCount: 1, reports: [second.report.number] },
            { value: 'c', display: 'c', isUnverified: false, reportCount: 1, reports: [third.report.number] },
            { value: 'z', display: 'z', isUnverified: false, reportCount: 1, reports: [first.report.number] },
          ],
        },
      ]);
    }),
  );

  it(
    'lists records newest received first, then by id, page by page, as given and as normalised',
    inWorld(open, async ({ store, add }) => {
      const added = [];
      for (const receivedAt of [1, 2, 2, 3]) added.push(await add({ receivedAt, records: [phone('0142')] }));
      const [oldest, ...others] = added.map(({ report }) => report.records[0]!.id);
      const expected = [others[2], ...others.slice(0, 2).sort(), oldest];
      const id = added[0]!.at(0);
      const first = await store.records(alpha, id, { first: 2, after: null });
      const second = await store.records(alpha, id, { first: 2, after: first.items[1]!.position });
      expect([...itemsOf(first), ...itemsOf(second)].map((record) => record.id)).toEqual(expected);
      expect([first.hasNext, first.total, second.hasNext, second.total]).toEqual([true, 4, false, 4]);
      expect(itemsOf(first)[0]).toMatchObject({
        entityId: id,
        properties: [{ name: 'number', given: ['+15045550142 as given'], values: ['+15045550142'] }],
      });
    }),
  );

  it(
    'answers unknown and invisible alike',
    inWorld(open, async ({ store, add, ids }) => {
      const hidden = (
        await add({
          agency: 'BRAVO',
          outsideAudience: 'SEALED',
          records: [person('Mary'), person('Ann')],
          links: [{ kind: 'KNOWS', from: 0, to: 1 }],
        })
      ).at(0);
      for (const id of [hidden, ids.random(), 'nonsense']) {
        expect(await store.entities(alpha, [id])).toEqual([null]);
        expect(await store.records(alpha, id, all)).toMatchObject({ items: [], hasNext: false, total: 0 });
        expect(await store.linkCounts(alpha, [id])).toEqual([[]]);
        expect(await store.pointers(alpha, [id])).toEqual([{ pointers: [], encounters: [] }]);
        expect(await store.expand(alpha, expansion([id]))).toEqual({
          entities: [],
          bundles: [],
          total: 0,
          isTotalExact: true,
          remaining: 0,
          undated: 0,
        });
        expect(await store.commonNeighbours(alpha, { ids: [id], minimum: 1, first: 5 })).toEqual([]);
      }
    }),
  );

  it(
    'leaves a tombstone to those who saw the report, and nothing of what it said',
    inWorld(open, async ({ store, add, retract }) => {
      const said = {
        narrative: 'secret',
        contact: 'desk',
        officer: 'Smith',
        cases: ['C-1'],
        externalNumbers: ['X'],
        occurredAt: atSecond(1),
      };
      const { report, at } = await add({
        ...said,
        audience: 'NORTH',
        records: [phone('0142'), phone('0143')],
        links: [{ kind: 'CALLED', from: 0, to: 1 }],
      });
      expect(await retract({ ...report, origin: { ...report.origin, agency: 'BRAVO' } })).toBeNull();
      expect(await retract(report)).toEqual({ reportId: report.id });
      expect(await retract(report)).toEqual({ reportId: report.id });
      const north = viewer('BRAVO', 'NORTH');
      const [tombstone] = await store.reportsByNumber(north, [report.number]);
      expect(tombstone).toMatchObject({
        id: report.id,
        number: report.number,
        isRetracted: true,
        narrative: null,
        contact: null,
        officer: null,
        cases: [],
        externalNumbers: [],
        occurredAt: null,
      });
      expect(await store.part(north, report.id)).toEqual({ part: 'report', report: tombstone });
      expect(await store.reportsByNumber(bravo, [report.number])).toEqual([null]);
      expect(await store.entities(alpha, [at(0)])).toEqual([null]);
      expect(await store.part(alpha, report.records[0]!.id)).toBeNull();
      expect(await store.part(alpha, report.links[0]!.id)).toBeNull();
      expect(await store.reportRecords(alpha, report.number, all)).toMatchObject({ items: [], total: 0 });
      expect((await store.reports(alpha, { agency: null, kind: null, window: noWindow }, all)).total).toBe(0);
    }),
  );

  it(
    'lists reports by occurrence, else receipt, newest first, then number',
    inWorld(open, async ({ store, add }) => {
      const a = await add({ receivedAt: onDay(3), kind: 'TIP' });
      const b = await add({ receivedAt: onDay(9), occurredAt: atSecond(onDay(3)), kind: 'ARREST' });
      const c = await add({ receivedAt: onDay(1), occurredAt: atSecond(onDay(4)) });
      const list = async (filter: object) =>
        itemsOf(await store.reports(alpha, { agency: null, kind: null, window: noWindow, ...filter }, all)).map(
          ({ number }) => number,
        );
      expect(await list({})).toEqual([c, a, b].map(({ report }) => report.number));
      expect(await list({ kind: 'ARREST' })).toEqual([b.report.number]);
      expect(await list({ agency: 'BRAVO' })).toEqual([]);
      expect(await list({ window: { since: onDay(4), until: null } })).toEqual([c.report.number]);
      expect(await list({ window: { since: null, until: onDay(4) } })).toEqual([a, b].map(({ report }) => report.number));
    }),
  );
}
