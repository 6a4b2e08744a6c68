import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';
import { submitAll } from '../clients/callers.ts';
import type { Plan } from '../clients/fireReports.ts';
import { newMemory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { driverOf } from '../processes/neo4jDriver.ts';
import type { Neo4jProcess } from '../processes/neo4jProcess.ts';
import { launchServer, startServer, type ProductProcess } from '../processes/serverProcess.ts';
import type { Trial } from '../rounds.ts';

/** What a database of the first version lacks, and has more of. */
const toVersionOne = [
  ...['entity_sharedstrength', 'entity_sharedday', 'hubchange_hub_version'].map((name) => `DROP INDEX ${name} IF EXISTS`),
  'MATCH (change:HubChange) DETACH DELETE change',
  `MATCH (entity:Entity) REMOVE entity:Hub, entity.version, entity.holders, entity.sharedLast, entity.sharedStrength, entity.sharedDay`,
  'MATCH (:Entity)-[bundle]->(:Entity) REMOVE bundle.end',
  `MATCH (s:LinchpinSchema {name: 'schema'}) SET s.version = 1`,
];

/** Kills a service, twice, while it brings a database of the first version up to date, then opens it for good. */
export function migratingTrial(database: Neo4jProcess): Trial {
  return {
    name: 'migrating',
    async run({ random }) {
      const plan: Plan = { seed: random.int(1 << 30), phones: 1, people: 10 };
      const memory = newMemory();
      let count = 0;
      const server = await startServer(database.settings);
      const busy = submitAll({ address: server.address, memory }, plan, () => count++);
      await wait(2_000);
      await server.kill();
      await busy;
      const driver = driverOf(database);
      const kills: string[] = [];
      try {
        for (const statement of toVersionOne) await driver.executeQuery(statement);
        for (let life = 0; life < 2; life++) {
          const migrating = launchServer(database.settings);
          await untilMigrating(migrating, driver);
          const delay = random.int(1_200);
          await wait(delay);
          await migrating.kill();
          kills.push(`${delay} ms${(await versionOf(driver)) === 1 ? '' : ', done'}`);
        }
      } finally {
        await driver.close();
      }
      return `killed after ${kills.join(', then ')}; ${await judgeReports(database.place, plan, memory)}`;
    },
  };
}

/** Until the first index of the second version is being made. */
async function untilMigrating(server: ProductProcess, driver: Driver): Promise<void> {
  const hasBegun = async (): Promise<boolean> => {
    const { records } = await driver.executeQuery("SHOW INDEXES YIELD name WHERE name = 'entity_sharedstrength' RETURN name");
    return records.length > 0;
  };
  while (server.child.exitCode === null && !(await hasBegun())) await wait(20);
}

async function versionOf(driver: Driver): Promise<number> {
  const { records } = await driver.executeQuery('MATCH (s:LinchpinSchema) RETURN s.version AS version');
  return records[0]!.get('version') as number;
}
