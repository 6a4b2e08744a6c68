import { expect, it } from 'vitest';
import { atDay, atSecond } from '../buildReport.ts';
import { alpha, day, expansion, inWorld, onDay, person, phone, viewer, type OpenGraphStore } from './exampleWorld.ts';

const north = viewer('ALPHA', 'NORTH');

export function expandExamples(open: OpenGraphStore): void {
  it(
    'expands in the four orders, each tie by id',
    inWorld(open, async ({ store, add }) => {
      const link = (to: number, start: number | null) => ({
        kind: 'USES',
        from: 0,
        to,
        start: start === null ? null : atSecond(start),
      });
      const numbers = [phone('0001', { caption: 'b' }), phone('0002', { caption: 'Á' }), phone('0003', { caption: 'c' })];
      const ann = person('Ann', { key: 'PERSON ALPHA/person/1' });
      const { at } = await add({
        records: [ann, ...numbers],
        links: [link(1, 5), link(2, null), link(3, 9), link(2, null), link(1, 4)],
      });
      await add({ records: [ann, numbers[0]!], links: [link(1, 1)] });
      await add({ agency: 'BRAVO', audience: 'NORTH', records: [numbers[1]!] });
      await add({ agency: 'CEDAR', audience: 'NORTH', records: [numbers[1]!] });
      await add({ agency: 'CEDAR', audience: 'NORTH', records: [numbers[2]!] });
      await add({ agency: 'DELTA', records: [numbers[0]!] });
      const order = async (name: 'NEWEST' | 'STRONGEST' | 'CAPTION' | 'OTHER_AGENCIES') =>
        (await store.expand(north, expansion([at(0)], { order: name }))).entities.map(
          ({ id }) => [at(1), at(2), at(3)].indexOf(id) + 1,
        );
      expect(await order('NEWEST')).toEqual([3, 1, 2]);
      expect(await order('STRONGEST')).toEqual([1, 2, 3]);
      expect(await order('CAPTION')).toEqual([2, 1, 3]);
      expect(await order('OTHER_AGENCIES')).toEqual([2, 3, 1]);
    }),
  );

  it(
    'says how many there are, how many remain, and never offers what was asked for or excluded',
    inWorld(open, async ({ store, add }) => {
      const links = [1, 2, 3, 4].map((to) => ({ kind: 'USES', from: 0, to, start: atSecond(to) }));
      const { at } = await add({
        records: [person('Ann'), ...['0001', '0002', '0003', '0004'].map((last) => phone(last))],
        links,
      });
      const answer = await store.expand(alpha, expansion([at(0), at(4)], { exclude: [at(3)], limit: 1 }));
      expect(answer).toMatchObject({ total: 3, isTotalExact: true, remaining: 1, undated: 0 });
      expect(answer.entities.map(({ id }) => id)).toEqual([at(2)]);
      expect(answer.bundles.map(({ id }) => id)).toEqual([`${at(0)}.USES.${at(2)}`]);
    }),
  );

  it(
    'narrows an expansion by link kind, entity kind and direction',
    inWorld(open, async ({ store, add }) => {
      const links = [
        { kind: 'CALLED', from: 0, to: 1 },
        { kind: 'CALLED', from: 2, to: 0 },
        { kind: 'USES', from: 3, to: 0 },
        { kind: 'ASSOCIATED_WITH', from: 0, to: 3 },
      ];
      const { at } = await add({ records: [phone('0001'), phone('0002'), phone('0003'), person('Ann')], links });
      const found = async (more: object) => {
        const { entities, bundles } = await store.expand(alpha, expansion([at(0)], more));
        return [entities.map(({ id }) => [0, 1, 2, 3].map(at).indexOf(id)).sort((a, b) => a - b), bundles.length];
      };
      expect(await found({})).toEqual([[1, 2, 3], 4]);
      expect(await found({ linkKinds: ['CALLED'] })).toEqual([[1, 2], 2]);
      expect(await found({ entityKinds: ['PERSON'] })).toEqual([[3], 2]);
      expect(await found({ direction: 'OUT' })).toEqual([[1, 3], 2]);
      expect(await found({ direction: 'IN' })).toEqual([[2, 3], 2]);
      expect(await found({ direction: 'NONE' })).toEqual([[], 0]);
      expect(await found({ linkKinds: [] })).toEqual([[], 0]);
    }),
  );

  it.each([
    { start: 5, end: null, since: 5, until: 6, isIn: true, why: 'an instant at the beginning' },
    { start: 5, end: null, since: 4, until: 5, isIn: false, why: 'an instant at the end, which is open' },
    { start: 5, end: 5, since: 5, until: null, isIn: true, why: 'an end that is the start' },
    { start: 3, end: 6, since: 5, until: 7, isIn: true, why: 'an interval that reaches in' },
    { start: 3, end: 5, since: 5, until: 7, isIn: false, why: 'an interval that ended just then' },
    { start: 7, end: 9, since: 5, until: 7, isIn: false, why: 'an interval that begins just after' },
    { start: 3, end: 9, since: null, until: 4, isIn: true, why: 'a window open to the past' },
  ])('matches a window half open: $why: $isIn', ({ start, end, since, until, isIn }) =>
    inWorld(open, async ({ store, add }) => {
      const link = {
        kind: 'USES',
        from: 0,
        to: 1,
        start: atSecond(onDay(start)),
        end: end === null ? null : atSecond(onDay(end)),
      };
      const { at } = await add({ records: [person('Ann'), phone('0142')], links: [link, { kind: 'USES', from: 0, to: 1 }] });
      const window = { since: since === null ? null : onDay(since), until: until === null ? null : onDay(until) };
      const answer = await store.expand(alpha, expansion([at(0)], { window }));
      // The bundle is shown whole, and undated links are told beside.
      expect(answer).toMatchObject({ total: isIn ? 1 : 0, undated: 1, bundles: isIn ? [{ links: 2 }] : [] });
      expect((await store.neighbours(alpha, [at(0)], { linkKinds: null, window })).length).toBe(isIn ? 1 : 0);
    })(),
  );

  it(
    'lets a date cover its day in a window',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({
        records: [person('Ann'), phone('0142')],
        links: [{ kind: 'USES', from: 0, to: 1, start: atDay(onDay(5)) }],
      });
      const total = async (since: number) =>
        (await store.expand(alpha, expansion([at(0)], { window: { since, until: null } }))).total;
      expect(await total(onDay(5) + day / 2)).toBe(1);
      expect(await total(onDay(6))).toBe(0);
    }),
  );
}
