import neo4j, { type Driver } from 'neo4j-driver';
import type { Neo4jStoreOptions } from '../openNeo4jStores.ts';
import { openNeo4jStores } from '../openNeo4jStores.ts';
import { serverForTests } from './serverForTests.ts';

/** A connection of the test's own, beside the adapter. */
export function driverForTests(): Driver {
  const server = serverForTests();
  if (!server) throw new Error('No Neo4j was started for these tests');
  return neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
}

/** Takes everything out of the server's database but its schema. */
export async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
  } finally {
    await session.close();
  }
}

/** The three stores on the emptied server. */
export async function openEmpty(options: Pick<Neo4jStoreOptions, 'vocabulary' | 'secret'>): ReturnType<typeof openNeo4jStores> {
  const driver = driverForTests();
  await empty(driver);
  await driver.close();
  return openNeo4jStores({ ...serverForTests()!, database: null, ...options });
}
