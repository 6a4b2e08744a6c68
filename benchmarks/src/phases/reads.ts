import { join } from 'node:path';
import type { Scope } from '@linchpin/api/src/model/scope.ts';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { findAsked } from '../asked.ts';
import { BareSqlite } from '../bareSqlite.ts';
import { timed, type Figure } from '../figures.ts';
import { measure } from '../measure.ts';
import { questionsAt } from '../portQuestions.ts';
import { scopesOf } from '../scopes.ts';
import type { Phase } from './phase.ts';

/** Every read at the port of the embedded store, in this thread, beside bare SQLite in the same run. */
export const readsPhase: Phase = async ({ loaded, folder, runs, say }) => {
  const { graph, audit } = await openEmbeddedStores({ folder: loaded.data, vocabulary: coreVocabulary });
  const scopes = scopesOf(loaded.world);
  const asked = await findAsked(graph, loaded.world, scopes);
  say(
    `${asked.small.length} small entities, ${asked.some.length} seen in all, ${asked.hubs.length} hubs, ${asked.names.length} names`,
  );
  const peer = BareSqlite.beside(join(folder, 'peer.db'), join(loaded.data, 'linchpin.db'));
  const ask = questionsAt(graph);
  const few = Math.max(5, Math.ceil(runs / 10));
  const at = <T>(list: readonly T[], run: number): T => list[run % list.length]!;
  const [hub] = asked.hubs;
  const known = (await graph.expand(scopes.broad, ask.page(hub!, { limit: 500 }))).entities.map(({ id }) => id);
  const newest = Date.UTC(2026, 0, 1);
  const recent = { since: newest - 90 * 86_400_000, until: null };
  const among = (run: number): string[] => [
    ...asked.hubs.slice(0, 3),
    ...Array.from({ length: 497 }, (_, nth) => at(asked.some, run * 131 + nth)),
  ];
  const expand = (scope: Scope, id: string): Promise<unknown> => ask.expand(scope, id);
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    figures.push(figure);
    say(`${figure.question}: ${figure.ours}${figure.peer ? `, ${peer.name} ${figure.peer}` : ''}`);
  };
  const peerSmall = await measure('', runs, (run) => peer.expand(at(asked.small, run), 50));
  const peerHub = await measure('', few, () => peer.expand(hub!, 50));
  for (const [name, most] of [
    ['broad', 0.5],
    ['all', 1],
    ['rare', null],
  ] as const) {
    const words = { broad: '60 of 250 audiences', all: 'all audiences', rare: 'the 3 smallest audiences' }[name];
    add(
      timed(
        `expand at ~10, page of 50 + counts, ${words}`,
        most,
        await measure('', runs, (run) => expand(scopes[name], at(asked.small, run))),
        peerSmall,
      ),
    );
  }
  for (const name of ['broad', 'rare', 'all'] as const)
    add(timed(`largest hub, newest 50 + counts, ${name}`, 5, await measure('', few, () => expand(scopes[name], hub!)), peerHub));
  add(
    timed(
      '20 hubs in turn, newest 50 + counts, broad',
      5,
      await measure('', few, (run) => expand(scopes.broad, at(asked.hubs, run))),
    ),
  );
  // Orders other than NEWEST are refused beyond 10,000 neighbours: a window makes them fewer.
  const strongest = ask.page(hub!, { order: 'STRONGEST', exclude: known, window: recent });
  add(
    timed(
      'largest hub, strongest 50 of the last 90 days, 500 excluded',
      8,
      await measure('', few, () => graph.expand(scopes.broad, strongest)),
    ),
  );
  add(
    timed(
      'largest hub, 500 excluded',
      8,
      await measure('', few, () => graph.expand(scopes.broad, ask.page(hub!, { exclude: known }))),
    ),
  );
  add(
    timed(
      'largest hub, last 90 days',
      8,
      await measure('', few, () => graph.expand(scopes.broad, ask.page(hub!, { window: recent }))),
    ),
  );
  add(
    timed(
      'links among 500, three hubs with them',
      15,
      await measure('', few, (run) => graph.linksAmong(scopes.broad, among(run))),
      await measure('', few, (run) => peer.linksAmong(among(run))),
    ),
  );
  add(
    timed(
      'search, two words',
      1,
      await measure('', runs, (run) => ask.search(scopes.broad, at(asked.names, run))),
      await measure('', runs, (run) => peer.search(at(asked.names, run))),
    ),
  );
  add(
    timed(
      'search, one typo',
      6,
      await measure('', few * 2, (run) => ask.search(scopes.broad, ask.mistype(at(asked.names, run)))),
    ),
  );
  for (const name of ['all', 'broad', 'mid', 'rare'] as const)
    add(
      timed(
        `overlaps, top 100, ${name}`,
        30,
        await measure('', Math.max(5, Math.ceil(few / 2)), () => ask.overlaps(scopes[name])),
      ),
    );
  add(
    timed(
      'path, 6 hops, asked of the store alone, broad',
      null,
      await measure('', few, (run) => ask.path(scopes.broad, at(asked.small, run), at(asked.small, run + 7))),
      await measure('', few, (run) => peer.path(at(asked.small, run), at(asked.small, run + 7), 6)),
    ),
  );
  await peer.close();
  await graph.close();
  await audit.close();
  return figures;
};
