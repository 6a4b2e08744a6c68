import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice, WorkStore } from '../ports/workStore.ts';

const noon = Date.UTC(2024, 0, 1, 12);
const hour = 3_600_000;

const notice = (more: Partial<Notice> = {}): Notice => ({
  holder: 'ALPHA',
  reportNumber: 'ALPHA-2024-000001',
  reference: '7K2M-4QXA',
  askedBy: { user: 'ann', agency: 'BRAVO' },
  at: noon,
  ...more,
});

/** @param open gives an empty store; the suite closes it. */
export function workStoreContract(name: string, open: () => Promise<WorkStore>): void {
  describe(`${name} keeps the promises of a work store`, () => {
    let store: WorkStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('remembers settings, and replaces them', async () => {
      expect(await store.setting('demo')).toBeNull();
      await store.putSetting('demo', 'true');
      await store.putSetting('demo', '');
      expect(await store.setting('demo')).toBe('');
      expect(await store.setting('Demo')).toBeNull();
    });

    it('lets the first of two claims win, also at once', async () => {
      const claims = await Promise.all(['a', 'b', 'c'].map((value) => store.claimSetting('secret of this test', value)));
      expect(new Set(claims).size).toBe(1);
      expect(await store.claimSetting('secret of this test', 'd')).toBe(claims[0]);
      expect(await store.setting('secret of this test')).toBe(claims[0]);
    });

    it('adds to the directory and replaces by id, each sort apart', async () => {
      const empty = await store.directory();
      expect([empty.agencies, empty.groups, empty.jurisdictions, empty.users]).toEqual([[], [], [], []]);
      const agency = { id: 'ALPHA', name: 'Alpha', contact: 'desk', jurisdictions: ['22071'] };
      const group = { id: 'NORTH', name: 'North', agencies: ['ALPHA'] };
      const jurisdiction = { id: '22071', name: 'Orleans Parish' };
      const user = { id: 'ann', name: 'Ann', agency: 'ALPHA', role: 'INVESTIGATOR' } as const;
      await store.putDirectory({ agencies: [agency], groups: [group], jurisdictions: [jurisdiction] });
      await store.putDirectory({ users: [user], agencies: [{ ...agency, contact: 'new desk', jurisdictions: [] }] });
      await store.putDirectory({ agencies: [{ ...agency, id: 'BRAVO' }] });
      const { agencies, groups, jurisdictions, users } = await store.directory();
      const byId = [...agencies].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId).toEqual([
        { ...agency, contact: 'new desk', jurisdictions: [] },
        { ...agency, id: 'BRAVO' },
      ]);
      expect({ groups, jurisdictions, users }).toEqual({ groups: [group], jurisdictions: [jurisdiction], users: [user] });
    });

    it('tells a holder, newest first, then by reference, and nobody else', async () => {
      const later = notice({ at: noon + hour, reference: 'BBBB' });
      const tied = notice({ at: noon + hour, reference: 'AAAA' });
      await store.addNotices([notice(), later, tied, notice({ holder: 'BRAVO' })]);
      await store.addNotices([]);
      expect(await store.notices('ALPHA', 10)).toEqual([tied, later, notice()]);
      expect(await store.notices('ALPHA', 2)).toEqual([tied, later]);
      expect(await store.notices('CEDAR', 10)).toEqual([]);
    });

    it('makes one notice of the same holder, reference and viewer on the same day', async () => {
      const other = { user: 'bea', agency: 'BRAVO' };
      await store.addNotices([notice(), notice({ at: noon + hour })]);
      await store.addNotices([notice({ at: noon + 2 * hour }), notice({ at: noon + 24 * hour }), notice({ askedBy: other })]);
      expect(await store.notices('ALPHA', 10)).toHaveLength(3);
    });
  });
}
