import { setTimeout as wait } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Neo4jProcess } from './neo4jProcess.ts';
import type { ProductProcess } from './serverProcess.ts';

/** A connection of the trial's own, through the same proxy. */
export function driverOf({ place: { store } }: Neo4jProcess): Driver {
  if (store.kind !== 'neo4j') throw new Error('The fire of Neo4j is on Neo4j');
  return neo4j.driver(store.uri, neo4j.auth.basic(store.user, store.password), { disableLosslessIntegers: true });
}

/** Runs an import until some of its reports are there. */
export async function untilImporting(database: Neo4jProcess, start: () => ProductProcess): Promise<ProductProcess> {
  const driver = driverOf(database);
  const count = async (): Promise<number> =>
    (await driver.executeQuery('MATCH (report:Report) RETURN count(report) AS count')).records[0]!.get('count') as number;
  try {
    const before = await count();
    const command = start();
    while (command.child.exitCode === null && (await count()) === before) await wait(20);
    return command;
  } finally {
    await driver.close();
  }
}
