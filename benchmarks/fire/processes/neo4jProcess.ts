import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreConfig } from '@linchpin/api/src/config.ts';
import { demoDirectory } from '@linchpin/api/src/features/demo/demoDirectory.ts';
import { openStores } from '@linchpin/api/src/openStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { fetchJars } from '../../../tools/neo4j/fetchJars.ts';
import { neo4jCache, neo4jVersion, portOf, spawnNeo4j } from '../../../tools/neo4j/startNeo4j.ts';
import type { StorePlace } from '../judge/openForJudge.ts';
import type { Settings } from './serverProcess.ts';
import { startProxy, type TcpProxy } from './tcpProxy.ts';

/** A real Neo4j behind a proxy; its home stays when it is killed. */
export interface Neo4jProcess {
  readonly proxy: TcpProxy;
  /** Settings of a service that reaches it through the proxy. */
  readonly settings: Settings;
  readonly place: StorePlace;
  kill(): Promise<void>;
  /** After `kill`: over the same home, ready when it resolves. */
  restart(): Promise<void>;
  /** Stops it in its tracks, connections open, until it is thawed. */
  freeze(): void;
  thaw(): void;
  drop(): Promise<void>;
}

/** With the demo people and without their case, which would take longer than all that is tried. @throws Error where Java or the database's files cannot be had */
export async function startNeo4jProcess(): Promise<Neo4jProcess> {
  const jars = await fetchJars(neo4jCache, neo4jVersion);
  const home = mkdtempSync(join(tmpdir(), 'linchpin-fire-neo4j-'));
  let server = spawnNeo4j(jars, home);
  const proxy = await startProxy(await portOf(server));
  const uri = `bolt://127.0.0.1:${proxy.port}`;
  const account = { user: 'neo4j', password: 'none is asked' };
  const store: StoreConfig = { kind: 'neo4j', uri, ...account, database: 'neo4j' };
  const kill = (): Promise<void> => killJava(server);
  const place = { store, data: home };
  await makePeople(place);
  return {
    proxy,
    place,
    settings: { LINCHPIN_STORE: 'neo4j', NEO4J_URI: uri, NEO4J_USER: account.user, NEO4J_PASSWORD: account.password },
    kill,
    async restart() {
      server = spawnNeo4j(jars, home);
      proxy.lead(await portOf(server));
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async drop() {
      proxy.close();
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function makePeople(place: StorePlace): Promise<void> {
  const stores = await openStores(place, coreVocabulary);
  await stores.work.putDirectory(demoDirectory);
  for (const setting of ['demo', 'demoLoaded']) await stores.work.putSetting(setting, 'true');
  await stores.close();
}

async function killJava(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'close');
  server.kill('SIGKILL');
  await ended;
}
