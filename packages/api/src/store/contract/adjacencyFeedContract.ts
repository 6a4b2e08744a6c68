import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it } from 'vitest';
import { LinchpinError } from '../../model/errors.ts';
import type { AdjacencyFeed } from '../ports/adjacencyFeed.ts';
import { applyOperation } from './applyOperation.ts';
import { inWorld, phone, secret, type OpenGraphStore } from './examples/exampleWorld.ts';
import { generateWorld, type Operation } from './generateWorld.ts';
import type { FeedContent } from './feeds/feedContent.ts';
import { readAmong, readFeed, readOf } from './feeds/readFeed.ts';
import { wholeWorld } from './feeds/wholeWorld.ts';
import { World } from './reference/world.ts';

/** @param open an EMPTY store; @param openFeed the feed of the store that was opened last. */
export function adjacencyFeedContract(
  name: string,
  open: OpenGraphStore,
  openFeed: () => Promise<AdjacencyFeed>,
  { writes = 120, worlds = 4 }: { readonly writes?: number; readonly worlds?: number } = {},
): void {
  describe(`${name} feeds the analysis`, () => {
    it.each(Array.from({ length: worlds }, (_, i) => i + 1))(
      'with all that was said in generated world %i, and with what each write changes',
      async (seed) => {
        const world = new World();
        const generated = generateWorld({ seed, secret, vocabulary: coreVocabulary });
        const store = await open({ secret, vocabulary: coreVocabulary });
        const feed = await openFeed();
        try {
          for (let step = 1, seq = 0; step <= writes; step++) {
            const before = wholeWorld(world, coreVocabulary);
            const operation = generated.nextOperation();
            await applyOperation(store, operation);
            applyToWorld(world, operation);
            const now = wholeWorld(world, coreVocabulary);
            const changes = await feed.changes(seq, 500);
            seq = changes.at(-1)?.seq ?? seq;
            expect(await feed.lastChange()).toBe(seq);
            const refs = [...new Set(changes.flatMap((change) => change.refs ?? []))];
            const { ids, content } = await readOf(feed, refs);
            const named = new Set(ids);
            const isNamed = (id: string): boolean => named.has(id);
            expect(content.lines()).toEqual(now.lines((...ends) => ends.some(isNamed)));
            const among = await readAmong(feed, refs);
            expect(among.lines().rows).toEqual(now.lines((...ends) => ends.every(isNamed)).rows);
            expectNamed({ before, now, named, namesBothEnds: changes.every((change) => change.namesBothEnds) });
            if (step % 20 === 0 || step === writes) expect((await readFeed(feed)).lines()).toEqual(now.lines());
          }
        } finally {
          await feed.close();
          await store.close();
        }
      },
      600_000,
    );

    it(
      'with the entities of a report that has too many of them to name',
      inWorld(open, async ({ add }) => {
        const records = Array.from({ length: 1_200 }, (_, n) => phone(String(n).padStart(4, '0')));
        const links = Array.from({ length: 1_199 }, (_, n) => ({ kind: 'CALLED', from: 0, to: n + 1 }));
        await add({ records, links });
        const feed = await openFeed();
        const [change] = await feed.changes(0, 10);
        expect(change?.refs?.length).toBe(1_200);
        expect((await feed.rowsOf(change!.refs!.slice())).from.length).toBe(2 * 1_199);
        await feed.close();
      }),
    );
  });
}

interface Named {
  readonly before: FeedContent;
  readonly now: FeedContent;
  readonly named: ReadonlySet<string>;
  readonly namesBothEnds: boolean;
}

/** Whoever reads again only what changes name has all that changed. */
function expectNamed({ before, now, named, namesBothEnds }: Named): void {
  for (const [a, b] of changed(before.rows(), now.rows())) {
    const ends = [a, b].filter((id) => named.has(id)).length;
    expect([a, b, ends >= (namesBothEnds ? 2 : 1)]).toEqual([a, b, true]);
  }
  expect(changed(before.facts(), now.facts()).filter((id) => !named.has(id))).toEqual([]);
}

function changed<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): T[] {
  const gone = [...before].filter(([line]) => !now.has(line));
  return [...gone, ...[...now].filter(([line]) => !before.has(line))].map(([, value]) => value);
}

/** The world refuses what a store refuses. */
function applyToWorld(world: World, operation: Operation): void {
  try {
    if (operation.write === 'addReports') for (const report of operation.reports) world.add(report);
    else if (operation.write === 'retractReport') world.retract(operation.retraction);
    else world.recluster(operation.recordIds, operation.entityId);
  } catch (error) {
    if (!(error instanceof LinchpinError)) throw error;
  }
}
