import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coreVocabulary } from '../../packages/schema/src/index.ts';
import { publicIds } from '../../packages/api/src/model/publicIds.ts';
import { askRandomly, reads } from '../../packages/api/src/store/contract/askRandomly.ts';
import { generateWorld } from '../../packages/api/src/store/contract/generateWorld.ts';
import { ask } from '../../packages/api/src/store/contract/reads.ts';
import { randomScope } from '../../packages/api/src/store/contract/worlds/places.ts';
import { writeOffline } from '../../packages/api/src/store/neo4j/offline/writeOffline.ts';
import { readKept } from '../../packages/api/src/store/neo4j/offline/keptNodes.ts';
import { openNeo4jStores } from '../../packages/api/src/store/neo4j/openNeo4jStores.ts';
import { Cypher } from '../../packages/api/src/store/neo4j/runCypher.ts';
import { runNeo4jAdmin, startNeo4j, startNeo4jOn, type Neo4jServer } from './startNeo4j.ts';

const secret = Buffer.from('a secret of this test alone');
const operations = 24;

const settingsOf = ({ uri, user, password }: Neo4jServer) => ({ uri, user, password, database: null });
const openOn = (server: Neo4jServer) =>
  openNeo4jStores({ ...settingsOf(server), vocabulary: coreVocabulary, secret, hubFrom: 8 });

test('an offline import answers every read as the same reports written over Bolt, and goes on from there', async ({ skip }) => {
  const server = await startNeo4j();
  if ('whyNot' in server) return skip(server.whyNot);
  const home = mkdtempSync(join(tmpdir(), 'linchpin-offline-'));
  const folder = join(home, 'files');
  const written = await openOn(server);
  const cypher = new Cypher(settingsOf(server));
  try {
    await written.work.putDirectory({ groups: [{ id: 'NORTH', name: 'North, "the group"', agencies: ['ALPHA'] }] } as never);
    await written.audit.append({ what: 'begun' } as never);
    const files = writeOffline({
      folder,
      vocabulary: coreVocabulary,
      ids: publicIds(secret),
      database: 'neo4j',
      kept: () => readKept(cypher),
    });
    const world = generateWorld({ seed: 4, secret, vocabulary: coreVocabulary });
    const later = [];
    for (let step = 0; step < operations; step++) {
      const operation = world.nextOperation();
      if (operation.write !== 'addReports') continue;
      // The last few are written over Bolt to both.
      if (step > operations * 0.9) later.push(operation.reports);
      else expect(files.add(operation.reports)).toEqual(await written.graph.addReports(operation.reports));
    }
    await runNeo4jAdmin(home, await files.finish());
    const importedServer = await startNeo4jOn(home);
    try {
      const imported = await openOn(importedServer);
      expect((await imported.graph.verify()).problems).toEqual([]);
      const compare = async (viewers: number): Promise<void> => {
        for (let viewer = 0; viewer < viewers; viewer++) {
          const scope = randomScope(world.random);
          for (const read of reads) {
            const question = askRandomly({ random: world.random, names: world.names, vocabulary: coreVocabulary }, read, scope);
            expect(await ask(imported.graph, question), read).toEqual(await ask(written.graph, question));
          }
        }
      };
      await compare(2);
      expect(await imported.graph.changes(0, 1_000)).toEqual(await written.graph.changes(0, 1_000));
      expect(await imported.work.directory()).toEqual(await written.work.directory());
      expect(await imported.audit.verify()).toEqual({ entries: 1, brokenAt: null });
      for (const reports of later)
        expect(await imported.graph.addReports(reports)).toEqual(await written.graph.addReports(reports));
      await compare(1);
      expect((await imported.graph.verify()).problems).toEqual([]);
      await Promise.all([imported.graph.close(), imported.work.close(), imported.audit.close()]);
    } finally {
      await importedServer.stop();
    }
  } finally {
    await Promise.all([written.graph.close(), written.work.close(), written.audit.close(), cypher.close()]);
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}, 600_000);
