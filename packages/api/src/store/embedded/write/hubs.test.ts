import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publicIds } from '../../../model/publicIds.ts';
import { buildReport } from '../../contract/buildReport.ts';
import { generateWorld, type Operation } from '../../contract/generateWorld.ts';
import type { Sqlite } from '../sqlite.ts';
import { openWrites, type OpenedWrites } from './testing/openWrites.ts';

const secret = Buffer.alloc(32, 9);
const ids = publicIds(secret);
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'linchpin-hubs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function open(hubThreshold: number): OpenedWrites {
  return openWrites(join(folder, 'a.db'), { secret, hubThreshold });
}

interface Kept {
  readonly epoch: number;
  readonly version: number;
  readonly rows: Map<string, string>;
}

type Row = readonly [other: number, ld: number, o: number, ...rest: (number | null)[]];

/** A reader that keeps hubs as the readers of the store do: what is new is read by version, all of it after a new epoch. */
class KeepingReader {
  readonly #hubs = new Map<number, Kept>();

  compare(db: Sqlite): void {
    for (const [e, version, epoch] of db.all<[number, number, number]>('SELECT e, version, epoch FROM hub')) {
      const kept = this.#hubs.get(e);
      const isFresh = kept?.epoch === epoch;
      const since = isFresh ? kept.version : 0;
      const rows = isFresh ? kept.rows : new Map<string, string>();
      if (since < version) for (const row of readRows(db, e, since)) rows.set(keyOf(row), row.join());
      this.#hubs.set(e, { epoch, version, rows });
      const now = readRows(db, e, 0).map((row) => [keyOf(row), row.join()] as const);
      expect(rows, `rows of ${e}`).toEqual(new Map(now));
    }
  }
}

function readRows(db: Sqlite, e: number, since: number): Row[] {
  return db.all<Row>('SELECT other, ld, o, links, reports, sure, first, last FROM adj WHERE e = ? AND version > ?', [e, since]);
}

function keyOf([other, ld, o]: Row): string {
  return `${other} ${ld} ${o}`;
}

async function apply({ writes }: OpenedWrites, operation: Operation): Promise<void> {
  if (operation.write === 'addReports') await writes.addReports(operation.reports);
  else if (operation.write === 'retractReport') await writes.retractReport(operation.retraction);
  // Refused moves are part of a generated world.
  else await writes.recluster(operation.recordIds, operation.entityId).catch(() => undefined);
}

const undated = {
  id: 'none',
  from: 0,
  to: 0,
  start: null,
  end: null,
  matchEnd: null,
  time: null,
  properties: [],
  isProtecting: false,
};

it.each([[1], [2], [8]])(
  'lets a reader keep hubs exact by version and epoch, through rollbacks and restarts (world %i)',
  async (seed) => {
    const world = generateWorld({ seed, secret, vocabulary: coreVocabulary });
    const reader = new KeepingReader();
    let store = open(5);
    let hubs = 0;
    for (let step = 0; step < 200; step++) {
      const operation = world.nextOperation();
      await apply(store, operation);
      if (step % 11 === 5 && operation.write === 'addReports') {
        const [first] = operation.reports;
        const bad = { ...first!, number: `BAD-2024-${step}`, id: ids.part('report', ids.newSeed(), 0), idempotency: null };
        const links = [...bad.links, { ...undated, kind: 'NO_SUCH_KIND', ordinal: bad.links.length }];
        await expect(store.writes.addReports([{ ...bad, links }])).rejects.toThrow();
      }
      if (step % 37 === 36) {
        store.db.close();
        store = open(5);
      }
      reader.compare(store.db);
      hubs = Math.max(hubs, store.db.value<number>('SELECT count(*) FROM hub')!);
    }
    expect(hubs).toBeGreaterThan(5);
    expect((await store.writes.verify()).problems).toEqual([]);
    store.db.close();
  },
);

it('makes an entity a hub above the threshold, and no hub below half of it', async () => {
  const store = open(6);
  const report = (n: number, people: number) =>
    buildReport(ids, {
      number: `ALPHA-2024-00000${n}`,
      agency: 'ALPHA',
      records: [{ kind: 'PHONE', key: 'PHONE +15045550100' }, ...Array.from({ length: people }, () => ({ kind: 'PERSON' }))],
      links: Array.from({ length: people }, (_, i) => ({ kind: 'USES', from: i + 1, to: 0 })),
    });
  const retract = (n: number) =>
    store.writes.retractReport({ number: `ALPHA-2024-00000${n}`, agency: 'ALPHA', reason: '', by: '', at: 0 });
  const hubs = () => store.db.all('SELECT count(*) FROM hub').flat();
  await store.writes.addReports([report(1, 2), report(2, 2), report(3, 2)]);
  expect(hubs()).toEqual([0]);
  await store.writes.addReports([report(4, 2)]);
  expect(hubs()).toEqual([1]);
  await retract(1);
  await retract(2);
  expect(hubs()).toEqual([1]);
  await retract(3);
  expect(hubs()).toEqual([0]);
  expect(store.db.all('SELECT count(*) FROM adj WHERE version > 0').flat()).toEqual([0]);
  expect((await store.writes.verify()).problems).toEqual([]);
  store.db.close();
});

it('makes hubs of what an older file holds', async () => {
  const store = open(1_000);
  const records = [{ kind: 'PHONE', key: 'PHONE +15045550100' }, ...Array.from({ length: 12 }, () => ({ kind: 'PERSON' }))];
  const links = Array.from({ length: 12 }, (_, i) => ({ kind: 'USES', from: i + 1, to: 0 }));
  await store.writes.addReports([buildReport(ids, { number: 'ALPHA-2024-000001', agency: 'ALPHA', records, links })]);
  store.db.close();
  const again = open(10);
  await again.writes.addReports([
    buildReport(ids, { number: 'ALPHA-2024-000002', agency: 'ALPHA', records: records.slice(0, 1), links: [] }),
  ]);
  expect(again.db.all('SELECT version > 0, epoch > 0 FROM hub')).toEqual([[1, 1]]);
  expect((await again.writes.verify()).problems).toEqual([]);
  again.db.close();
});
