import { expect, it } from 'vitest';
import type { SearchPlan } from '../../../model/searchPlan.ts';
import type { SearchQuery } from '../../ports/graphStore.ts';
import { atSecond } from '../buildReport.ts';
import { all, alpha, inWorld, person, phone, viewer, type OpenGraphStore } from './exampleWorld.ts';

const asking = (plan: Partial<SearchPlan>, more: Partial<SearchQuery> = {}): SearchQuery => ({
  plan: { keys: [], alternatives: [], pattern: null, ...plan },
  kinds: null,
  agencies: null,
  page: all,
  ...more,
});
const forWords = (text: string, more: Partial<SearchQuery> = {}): SearchQuery =>
  asking({ alternatives: [text.split(' ')] }, more);

export function searchExamples(open: OpenGraphStore): void {
  it(
    'puts the exact identifier first, then all words, then beginnings; then the newest; then id',
    inWorld(open, async ({ store, add }) => {
      const exact = await add({ records: [phone('0142', { caption: null })] });
      const words = await add({ occurredAt: atSecond(1), records: [person('Fox Mary')] });
      const newer = await add({ occurredAt: atSecond(2), records: [person('Mary Ann Fox')] });
      const begun = await add({ occurredAt: atSecond(3), records: [person('Maryam Foxx')] });
      const undated = await add({ records: [person('Mary Fox'), person('Mary Fox')] });
      const query = asking({ keys: ['PHONE +15045550142'], alternatives: [['mary', 'fox']] });
      const { hits, total, isTotalExact, facets } = await store.search(alpha, query);
      const expected = [exact.at(0), newer.at(0), words.at(0), ...[undated.at(0), undated.at(1)].sort(), begun.at(0)];
      expect(hits.map(({ entityId }) => entityId)).toEqual(expected);
      expect({ total, isTotalExact, facets }).toEqual({
        total: 6,
        isTotalExact: true,
        facets: [
          { kind: 'PERSON', count: 5 },
          { kind: 'PHONE', count: 1 },
        ],
      });
      const pages = [];
      for (let after: SearchQuery['page']['after'] = null, hasNext = true; hasNext;) {
        const page = await store.search(alpha, { ...query, page: { first: 2, after } });
        pages.push(...page.hits.map(({ entityId }) => entityId));
        ({ hasNext } = page);
        after = page.hits.at(-1)?.position ?? null;
      }
      expect(pages).toEqual(expected);
    }),
  );

  it(
    'wants all words within what one origin holds about an entity',
    inWorld(open, async ({ store, add }) => {
      const key = 'PERSON ALPHA/person/1';
      const { at } = await add({ audience: 'NORTH', records: [person('Mary', { key })] });
      await add({ records: [person('Fox', { key })] });
      expect((await store.search(alpha, forWords('mary fox'))).total).toBe(0);
      await add({ outsideAudience: 'SEALED', audience: 'NORTH', records: [person('Fox', { key })] });
      expect((await store.search(alpha, forWords('mary fox'))).hits).toMatchObject([{ entityId: at(0) }]);
    }),
  );

  it(
    'matches nothing by words that only others may see',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ records: [phone('0142')] });
      await add({ agency: 'BRAVO', audience: 'NORTH', records: [phone('0142', { caption: 'shelter' })] });
      expect((await store.search(alpha, forWords('shelter'))).total).toBe(0);
      const north = viewer('ALPHA', 'NORTH');
      expect((await store.search(north, forWords('shelter'))).hits).toMatchObject([{ entityId: at(0) }]);
      expect((await store.search(north, forWords('shelter', { agencies: ['ALPHA'] }))).total).toBe(0);
      expect((await store.search(north, forWords('shelter', { agencies: ['BRAVO'] }))).total).toBe(1);
      expect((await store.search(north, asking({ keys: ['PHONE +15045550142'] }, { agencies: ['CEDAR'] }))).total).toBe(0);
    }),
  );

  it(
    'counts facets before the filter by kind, the total after it',
    inWorld(open, async ({ store, add }) => {
      await add({ records: [person('Gulf'), { kind: 'ORGANIZATION', caption: 'Gulf' }, person('Gulf')] });
      const { hits, total, facets } = await store.search(alpha, forWords('gulf', { kinds: ['ORGANIZATION'] }));
      expect([hits.length, total, facets]).toEqual([
        1,
        1,
        [
          { kind: 'PERSON', count: 2 },
          { kind: 'ORGANIZATION', count: 1 },
        ],
      ]);
    }),
  );

  it(
    'tries one typo only where nothing in scope matches better, and says what was meant',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ records: [person('Martin'), person('Martin'), person('Marlin')] });
      const typo = await store.search(alpha, forWords('martn'));
      expect(typo.hits.map(({ entityId }) => entityId).sort()).toEqual([at(0), at(1)].sort());
      expect(typo.correction).toEqual({ typed: 'martn', meant: 'martin' });
      expect((await store.search(alpha, forWords('marin'))).correction).toEqual({ typed: 'marin', meant: 'martin' });
      const better = await store.search(alpha, forWords('martin'));
      expect([better.total, better.correction]).toEqual([2, null]);
      await add({ agency: 'BRAVO', records: [person('Martn')] });
      expect((await store.search(alpha, forWords('martn'))).total).toBe(2);
      await add({ records: [{ kind: 'ORGANIZATION', caption: 'Martn' }] });
      expect((await store.search(alpha, forWords('martn', { kinds: ['PERSON'] }))).total).toBe(0);
      expect((await store.search(alpha, forWords('mrtn'))).correction).toEqual({ typed: 'mrtn', meant: 'martn' });
    }),
  );

  it(
    'breaks ties of what was meant by the alphabet',
    inWorld(open, async ({ store, add }) => {
      await add({ records: [person('Marlin'), person('Martin')] });
      expect((await store.search(alpha, forWords('marin'))).correction).toEqual({ typed: 'marin', meant: 'marlin' });
    }),
  );

  it(
    'matches wildcards against single words',
    inWorld(open, async ({ store, add }) => {
      const { at } = await add({ records: [phone('0142'), phone('0143'), phone('0999')] });
      const found = async (pattern: string) =>
        (await store.search(alpha, asking({ pattern }))).hits.map(({ entityId }) => entityId).sort();
      expect(await found('*014?')).toEqual([at(0), at(1)].sort());
      expect(await found('15045550999')).toEqual([at(2)]);
      expect(await found('504*')).toEqual([]);
    }),
  );

  it(
    'forgets words with the report that said them, and moves them with their records',
    inWorld(open, async ({ store, add, retract }) => {
      const first = await add({ records: [phone('0142', { caption: 'lobby' }), phone('0143')] });
      const second = await add({ records: [phone('0142', { caption: 'bar' })] });
      await store.recluster([first.report.records[0]!.id], first.at(1));
      expect((await store.search(alpha, forWords('lobby'))).hits).toMatchObject([{ entityId: first.at(1) }]);
      expect((await store.search(alpha, forWords('bar'))).hits).toMatchObject([{ entityId: second.at(0) }]);
      await retract(first.report);
      expect((await store.search(alpha, forWords('lobby'))).total).toBe(0);
      expect((await store.search(alpha, forWords('lobbi'))).correction).toBeNull();
    }),
  );
}
