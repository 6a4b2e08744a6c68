import { expect, test } from 'vitest';
import { delayNotices } from './delayNotices.ts';
import type { Notice, WorkStore } from './store/ports/workStore.ts';

const notice: Notice = {
  holder: 'GULF-PD',
  reportNumber: 'GULF-PD-2026-000001',
  reference: 'AAAA-BBBB',
  askedBy: { user: 'investigator1', agency: 'BAYOU-SO' },
  at: 0,
};

/** A store that writes when it is let go. */
function slowStore() {
  const written: Notice[] = [];
  let letGo = (): void => {};
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  const state = { written, closed: false, letGo: () => letGo() };
  const work: WorkStore = {
    setting: async () => null,
    claimSetting: async (_, value) => value,
    putSetting: async () => {},
    directory: async () => ({ agencies: [], groups: [], jurisdictions: [], users: [] }),
    putDirectory: async () => {},
    addNotices: async (notices) => {
      await isFree;
      written.push(...notices);
    },
    notices: async () => written,
    close: async () => {
      state.closed = true;
    },
  };
  return Object.assign(state, { work });
}

test('whoever meets a record does not wait until its holder is told', async () => {
  const store = slowStore();
  await delayNotices(store.work, () => {}).addNotices([notice]);
  expect(store.written).toEqual([]);
});

test('who reads notices finds those on their way', async () => {
  const store = slowStore();
  const work = delayNotices(store.work, () => {});
  await work.addNotices([notice]);
  const read = work.notices('GULF-PD', 10);
  store.letGo();
  expect(await read).toEqual([notice]);
});

test('closing tells first', async () => {
  const store = slowStore();
  const work = delayNotices(store.work, () => {});
  await work.addNotices([notice]);
  const closed = work.close();
  expect(store).toMatchObject({ written: [], closed: false });
  store.letGo();
  await closed;
  expect(store).toMatchObject({ written: [notice], closed: true });
});

test('a notice that cannot be written is a fault for the log, not for an answer', async () => {
  const faults: unknown[] = [];
  const work = delayNotices({ ...slowStore().work, addNotices: () => Promise.reject(new Error('disk full')) }, (error) =>
    faults.push(error),
  );
  await work.addNotices([notice]);
  await work.notices('GULF-PD', 10);
  expect(faults).toEqual([new Error('disk full')]);
});
