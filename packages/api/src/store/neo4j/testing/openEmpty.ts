import neo4j, { type Driver } from 'neo4j-driver';
import { publicIds } from '../../../model/publicIds.ts';
import type { MigrationContext } from '../migrations/steps.ts';
import { openNeo4jStores, type Neo4jStoreOptions } from '../openNeo4jStores.ts';
import type { Neo4jSettings } from '../runCypher.ts';
import { serverForTests } from './serverForTests.ts';

type Options = Pick<Neo4jStoreOptions, 'vocabulary' | 'secret' | 'hubFrom' | 'changesKept'>;

export function settingsForTests(): Neo4jSettings {
  const server = serverForTests();
  if (!server) throw new Error('No Neo4j was started for these tests');
  return { ...server, database: null };
}

/** A connection of the test's own, beside the adapter. */
export function driverForTests(): Driver {
  const { uri, user, password } = settingsForTests();
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
}

/** Takes everything out of the server's database but its indexes. */
export async function empty(): Promise<void> {
  const driver = driverForTests();
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}

/** The three stores on the emptied server. */
export async function openEmpty(options: Options): ReturnType<typeof openNeo4jStores> {
  await empty();
  return reopen(options);
}

export function reopen(options: Options): ReturnType<typeof openNeo4jStores> {
  return openNeo4jStores({ ...settingsForTests(), ...options });
}

/** For migrations without a store. */
export const migrationForTests: MigrationContext = {
  idsOf: () => Promise.resolve(publicIds(Buffer.from('a secret of tests'))),
  hubFrom: 8,
};
