import { coreVocabulary } from '@linchpin/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoDirectory, groupsOf } from './features/demo/demoDirectory.ts';
import { mintScope } from './gate/mintScope.ts';
import { prepareDemo } from './loadDemo.ts';
import { publicIds } from './model/publicIds.ts';
import type { Scope } from './model/scope.ts';
import type { EntityView } from './model/views.ts';
import { referenceModel } from './store/contract/referenceModel.ts';

const store = referenceModel(coreVocabulary);
const ids = publicIds(Buffer.alloc(32, 7));
const keys = {
  mainPhone: 'PHONE +15045550142',
  dispatcher: 'PHONE +15045550111',
  frontDesk: 'PHONE +15045550100',
  van: 'VEHICLE plate:US-LA/482KTR',
};
const viewers = ['investigator1', 'investigator2', 'supervisor'] as const;

beforeAll(async () => {
  await store.addReports(prepareDemo({ vocabulary: coreVocabulary, ids }));
});

function scopeOf(name: string): Scope {
  const user = demoDirectory.users.find(({ id }) => id === name)!;
  return mintScope({ agency: user.agency, groups: groupsOf(user.agency) });
}

async function find(viewer: string, key: string): Promise<EntityView> {
  const scope = scopeOf(viewer);
  const { entityIds } = await store.lookup(scope, [key]);
  const [entity] = await store.entities(scope, entityIds);
  return entity!;
}

async function neighboursOf(viewer: string, id: string) {
  const scope = scopeOf(viewer);
  const all = { linkKinds: null, entityKinds: null, direction: null, exclude: [], window: { since: null, until: null } };
  return store.expand(scope, { ...all, ids: [id], order: 'NEWEST', limit: 500 });
}

describe.each(viewers)('as %s', (viewer) => {
  test('the main phone has 60 to 400 neighbours, held by several agencies, and another to be asked', async () => {
    const phone = await find(viewer, keys.mainPhone);
    const { total } = await neighboursOf(viewer, phone.id);
    expect(total).toBeGreaterThanOrEqual(60);
    expect(total).toBeLessThan(400);
    expect(phone.isGeneric).toBe(false);
    expect(phone.agencies).toEqual(['BAYOU-SO', 'COAST-HP', 'GULF-PD', 'GULF-TF-CELL', 'PINE-SO']);
    const [answer] = await store.pointers(scopeOf(viewer), [phone.id]);
    const tern = answer!.pointers.find(({ agency }) => agency === 'TERN-PD');
    expect(tern?.contact).toContain('(850) 555-0151');
  });

  test('victims and the minor stand under code names on the way', async () => {
    const van = await find(viewer, keys.van);
    const stays = (await neighboursOf(viewer, van.id)).entities.filter(({ kind }) => kind === 'STAY');
    const guests = (await Promise.all(stays.map(({ id }) => neighboursOf(viewer, id)))).flatMap(({ entities }) => entities);
    const hidden = guests.filter(({ isProtected }) => isProtected);
    expect(new Set(hidden.map(({ id }) => id)).size).toBeGreaterThanOrEqual(3);
    for (const person of hidden) {
      expect(person.caption).toMatch(/^[A-Z][a-z]+-\d+$/);
      expect(person.properties).toEqual([]);
    }
    const names = guests.map(({ caption }) => caption).join();
    expect(names).toContain('Tasha Quillan');
    expect(names).not.toMatch(/Sandoz|Kerrigan|Verret|Merritt/);
  });

  test('a victim is not found by name', async () => {
    const plan = { keys: [], alternatives: [['merritt']], pattern: null };
    const answer = await store.search(scopeOf(viewer), { plan, kinds: null, agencies: null, page: { first: 5, after: null } });
    expect(answer.total).toBe(0);
  });

  test('the strongest overlaps are the ring', async () => {
    const overlaps = await store.overlaps(scopeOf(viewer), {
      agencies: null,
      agencyGroups: [],
      kinds: null,
      since: null,
      minimumAgencies: 2,
      order: 'STRENGTH',
      now: Date.parse('2026-03-05T12:00:00Z'),
      page: { first: 5, after: null },
    });
    const top = await store.entities(
      scopeOf(viewer),
      overlaps.items.map(({ item }) => item.entityId),
    );
    const captions = top.map((entity) => entity!.caption);
    expect(captions).toContain('LA 482 KTR');
    expect(captions).toContain('(504) 555-0142');
    expect(overlaps.hasNext).toBe(true);
  });
});

test('the front desk is generic because a report says so, the dispatcher for those who see enough of it', async () => {
  expect((await find('investigator2', keys.frontDesk)).isGeneric).toBe(true);
  expect((await find('investigator1', keys.dispatcher)).isGeneric).toBe(true);
  expect((await find('investigator2', keys.dispatcher)).isGeneric).toBe(false);
});

test('the sealed money trail gives no pointer, and its owner is told that somebody met it', async () => {
  const scope = scopeOf('investigator1');
  const { entityIds } = await store.lookup(scope, ['FINANCIAL_ACCOUNT app:tidepay/lc_tx']);
  const [answer] = await store.pointers(scope, entityIds);
  expect(answer!.pointers.map(({ agency }) => agency)).not.toContain('COAST-HP');
  expect(answer!.encounters.map(({ holder }) => holder)).toContain('COAST-HP');
});
