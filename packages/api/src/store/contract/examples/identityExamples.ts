import { expect, it } from 'vitest';
import { all, alpha, inWorld, itemsOf, noWindow, person, phone, viewer, type OpenGraphStore } from './exampleWorld.ts';

export function identityExamples(open: OpenGraphStore): void {
  it(
    'puts records with one strongest key into one entity, and those without into their own',
    inWorld(open, async ({ add, see }) => {
      const first = await add({ records: [phone('0142'), person('Mary Fox')] });
      const second = await add({ records: [phone('0142'), person('Mary Fox')] });
      expect(second.at(0)).toBe(first.at(0));
      expect(second.at(1)).not.toBe(first.at(1));
      expect(await see(alpha, first.at(0))).toMatchObject({ recordCount: 2 });
    }),
  );

  it(
    'lets a weaker shared key answer lookup without joining entities',
    inWorld(open, async ({ store, add }) => {
      const plate = 'VEHICLE US-LA/ABC123';
      const vehicle = (key: string) => ({ kind: 'VEHICLE', key, lookupKeys: [plate] });
      const { at } = await add({ records: [vehicle('VEHICLE vin/1'), vehicle('VEHICLE vin/2'), vehicle(plate)] });
      expect(new Set([at(0), at(1), at(2)]).size).toBe(3);
      expect((await store.lookup(alpha, [plate])).entityIds).toEqual([at(0), at(1), at(2)].sort());
    }),
  );

  it(
    'gives the first answer to the same body under an idempotency key, and a conflict to another',
    inWorld(open, async ({ store, add }) => {
      const idempotency = { key: 'row 1', bodyHash: 'a' };
      const first = await add({ idempotency, records: [phone('0142')] });
      expect((await add({ idempotency, records: [phone('0142')] })).outcome).toEqual({ ...first.outcome, kind: 'known' });
      const other = await add({ idempotency: { key: 'row 1', bodyHash: 'b' }, records: [phone('0143')] });
      expect(other.outcome).toEqual({ kind: 'conflict', number: first.report.number });
      expect((await add({ agency: 'BRAVO', idempotency, records: [phone('0142')] })).outcome.kind).toBe('added');
      expect((await store.reports(alpha, { agency: null, kind: null, window: noWindow }, all)).total).toBe(1);
    }),
  );

  it(
    'keeps a retracted report retracted when its idempotency key is sent again',
    inWorld(open, async ({ add, retract, see }) => {
      const idempotency = { key: 'row 1', bodyHash: 'a' };
      const first = await add({ idempotency, records: [phone('0142')] });
      await retract(first.report);
      const again = await add({ idempotency, records: [phone('0142')] });
      expect(again.outcome).toMatchObject({ kind: 'known', number: first.report.number, entityIds: [] });
      expect(await see(alpha, first.at(0))).toBeNull();
    }),
  );

  it(
    'refuses a number that is taken, also by a tombstone, and adds the rest',
    inWorld(open, async ({ add, retract }) => {
      const first = await add({ records: [phone('0142')] });
      const { number } = first.report;
      expect((await add({ number, records: [phone('0143')] })).outcome).toEqual({ kind: 'numberTaken', number });
      await retract(first.report);
      expect((await add({ number, records: [phone('0143')] })).outcome).toEqual({ kind: 'numberTaken', number });
    }),
  );

  it(
    'answers a merged-away id with the entity it went into, along a chain',
    inWorld(open, async ({ store, add, see }) => {
      const { report, at } = await add({ records: [person('A'), person('B'), person('C')] });
      const [a, b] = report.records.map(({ id }) => id);
      await store.recluster([a!], at(1));
      await store.recluster([a!, b!], at(2));
      for (const id of [at(0), at(1), at(2)]) expect(await see(alpha, id)).toMatchObject({ id: at(2), recordCount: 3 });
      expect(await store.linkCounts(alpha, [at(0)])).toEqual(await store.linkCounts(alpha, [at(2)]));
    }),
  );

  it(
    'sends a new record of a merged-away key where the redirect leads',
    inWorld(open, async ({ store, add }) => {
      const first = await add({ records: [phone('0142'), phone('0143')] });
      await store.recluster([first.report.records[0]!.id], first.at(1));
      expect((await add({ records: [phone('0142')] })).at(0)).toBe(first.at(1));
    }),
  );

  it(
    'un-merges: an entity that gains a record redirects no more',
    inWorld(open, async ({ store, add, see }) => {
      const { report, at } = await add({ records: [phone('0142'), phone('0143')] });
      const moved = report.records[0]!.id;
      await store.recluster([moved], at(1));
      await store.recluster([moved], at(0));
      expect(await see(alpha, at(0))).toMatchObject({ id: at(0), recordCount: 1 });
      expect(await see(alpha, at(1))).toMatchObject({ id: at(1), recordCount: 1 });
    }),
  );

  it(
    'splits records to an entity that was not there',
    inWorld(open, async ({ store, add, see, ids }) => {
      const { report, at } = await add({ records: [phone('0142'), phone('0142')] });
      const made = ids.random();
      await store.recluster([report.records[1]!.id], made);
      expect(await see(alpha, made)).toMatchObject({ id: made, kind: 'PHONE', recordCount: 1 });
      expect(await see(alpha, at(0))).toMatchObject({ id: at(0), recordCount: 1 });
    }),
  );

  it(
    'refuses to move what is not there, or to another kind, and moves nothing then',
    inWorld(open, async ({ store, add, see, ids }) => {
      const { report, at } = await add({ records: [person('A'), person('B'), phone('0142')] });
      const [a, , c] = report.records.map(({ id }) => id);
      await expect(store.recluster([a!, ids.random()], at(1))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(store.recluster([a!, c!], at(1))).rejects.toMatchObject({ code: 'INVALID' });
      await expect(store.recluster([a!], at(2))).rejects.toMatchObject({ code: 'INVALID' });
      expect(await see(alpha, at(0))).toMatchObject({ id: at(0), recordCount: 1 });
    }),
  );

  it(
    'gives a keyed entity its id back when it comes back, and never redirects after a retraction',
    inWorld(open, async ({ add, retract, see }) => {
      const key = 'PERSON ALPHA/person/7';
      const first = await add({ records: [person('Mary', { key })] });
      await retract(first.report);
      expect(await see(alpha, first.at(0))).toBeNull();
      expect((await add({ records: [person('Mary', { key })] })).at(0)).toBe(first.at(0));
    }),
  );

  it(
    'keeps a link whose ends became one as evidence of its report only',
    inWorld(open, async ({ store, add, see }) => {
      const { report, at } = await add({ records: [person('A'), person('B')], links: [{ kind: 'KNOWS', from: 0, to: 1 }] });
      await store.recluster([report.records[0]!.id], at(1));
      expect(await store.linkCounts(alpha, [at(1)])).toEqual([[]]);
      expect(await store.linksAmong(alpha, [at(0), at(1)])).toEqual([]);
      const { id } = report.links[0]!;
      expect(itemsOf(await store.reportLinks(alpha, report.number, all))).toMatchObject([{ id, from: at(1), to: at(1) }]);
      expect(await store.part(alpha, id)).toMatchObject({ part: 'link', link: { id } });
      expect(await see(alpha, at(1))).toMatchObject({ firstSeen: null, lastSeen: null });
    }),
  );

  it(
    'writes every change down in order, with the entities it touched',
    inWorld(open, async ({ store, add, retract }) => {
      expect(await store.lastChange()).toBe(0);
      const first = await add({ records: [phone('0142'), phone('0143')] });
      await store.recluster([first.report.records[0]!.id], first.at(1));
      await retract(first.report);
      await retract(first.report);
      const changes = await store.changes(0, 10);
      expect(changes.map(({ kind, reportNumber }) => [kind, reportNumber])).toEqual([
        ['ADDED', first.report.number],
        ['RECLUSTERED', null],
        ['RETRACTED', first.report.number],
      ]);
      expect(changes[0]!.entityIds).toEqual(expect.arrayContaining([first.at(0), first.at(1)]));
      expect(changes[1]!.entityIds).toEqual(expect.arrayContaining([first.at(0), first.at(1)]));
      expect(changes[2]!.entityIds).toEqual(expect.arrayContaining([first.at(1)]));
      expect(await store.lastChange()).toBe(changes[2]!.seq);
      expect(await store.changes(changes[0]!.seq, 1)).toEqual([changes[1]]);
      expect(await store.changes(changes[2]!.seq, 10)).toEqual([]);
    }),
  );

  it(
    'finds nothing wrong with itself after all sorts of writes',
    inWorld(open, async ({ store, add, retract }) => {
      const links = [{ kind: 'USES', from: 1, to: 0 }];
      const first = await add({ records: [phone('0142'), person('A')], links });
      const second = await add({
        agency: 'BRAVO',
        audience: 'NORTH',
        records: [phone('0142'), person('A', { isMinor: true })],
        links,
      });
      await store.recluster([second.report.records[1]!.id], first.at(1));
      await retract(first.report);
      expect((await store.verify()).problems).toEqual([]);
      expect(await store.lookup(viewer('ZULU'), ['PHONE +15045550142'])).toMatchObject({ entityIds: [] });
    }),
  );
}
