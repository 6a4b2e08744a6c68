import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorld } from '@linchpin/api/src/cli/generateCommand.ts';
import type { WorldDescription } from '@linchpin/api/src/features/generate/describeWorld.ts';
import { openStores } from '@linchpin/api/src/openStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { runLinchpin } from './runLinchpin.ts';

export interface WorldAsked {
  readonly entities: number;
  readonly links: number;
  readonly seed: number;
  /** Folder of the world's file and of the store loaded from it. */
  readonly folder: string;
}

export interface Loaded {
  readonly world: WorldDescription;
  /** Data folder of the store. */
  readonly data: string;
  readonly load: Load;
}

export interface Load {
  readonly seconds: number;
  readonly peakMB: number | null;
  readonly reports: number;
  readonly records: number;
  readonly links: number;
}

/**
 * A store of a seeded world, loaded by `linchpin import` in a process of its own. One that is in the folder already,
 * of the same size and seed, is taken as it is.
 */
export async function loadWorld(asked: WorldAsked, say: (line: string) => void): Promise<Loaded> {
  mkdirSync(asked.folder, { recursive: true });
  const file = join(asked.folder, 'world.ndjson');
  const data = join(asked.folder, 'data');
  const size = { entities: asked.entities, links: asked.links, seed: asked.seed };
  const note = join(asked.folder, 'loaded.json');
  const known = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { size: unknown; load: Load }) : null;
  if (known && JSON.stringify(known.size) === JSON.stringify(size)) {
    say(`Taken as it is: ${data}`);
    return { world: readWorld(asked.folder), data, load: known.load };
  }
  rmSync(note, { force: true });
  rmSync(data, { recursive: true, force: true });
  say(`Writing a world of ${asked.entities.toLocaleString('en')} entities, seed ${asked.seed}`);
  await writeWorld(size, file);
  const world = readWorld(asked.folder);
  await makeStore(data, world);
  say(`Importing ${world.reports.toLocaleString('en')} reports, ${(world.bytes / 1e6).toFixed(0)} MB`);
  const ran = await runLinchpin(['import', file, '--as', 'world-admin', '--json'], { LINCHPIN_DATA: data });
  if (ran.code !== 0) throw new Error(`The import failed: ${ran.error}`);
  const balance = JSON.parse(ran.out.trimEnd().split('\n').at(-1)!) as Load & { rows: { imported: number; read: number } };
  if (balance.rows.imported !== world.reports)
    throw new Error(`${balance.rows.imported} of ${world.reports} reports came in: ${JSON.stringify(balance.rows)}`);
  const { reports, records, links } = balance;
  const load = { seconds: ran.seconds, peakMB: ran.peakMB, reports, records, links };
  writeFileSync(note, JSON.stringify({ size, load }));
  return { world, data, load };
}

/** An empty store with the world's agencies, groups and people, and without the demo case. */
export async function makeStore(data: string, world: WorldDescription): Promise<void> {
  const stores = await openStores({ store: { kind: 'embedded' }, data }, coreVocabulary);
  try {
    await stores.work.claimSetting('demo', 'true');
    await stores.work.putSetting('demoLoaded', 'true');
    await stores.work.putDirectory(world.directory);
  } finally {
    await stores.close();
  }
}

function readWorld(folder: string): WorldDescription {
  return JSON.parse(readFileSync(join(folder, 'world.world.json'), 'utf8')) as WorldDescription;
}
