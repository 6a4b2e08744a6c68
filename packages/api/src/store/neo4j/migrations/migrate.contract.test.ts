import { beforeEach, describe, expect, it } from 'vitest';
import { Cypher } from '../runCypher.ts';
import { empty, migrationForTests, settingsForTests } from '../testing/openEmpty.ts';
import { serverForTests } from '../testing/serverForTests.ts';
import { migrate } from './migrate.ts';
import { steps } from './steps.ts';

describe.skipIf(!serverForTests())('migrations on a real server', () => {
  beforeEach(empty);

  const withCypher = async (work: (cypher: Cypher) => Promise<void>): Promise<void> => {
    const cypher = new Cypher(settingsForTests());
    try {
      await work(cypher);
    } finally {
      await cypher.close();
    }
  };
  const versionOf = async (cypher: Cypher): Promise<number | undefined> =>
    (await cypher.read<{ version: number }>('MATCH (s:LinchpinSchema) RETURN s.version AS version'))[0]?.version;

  it('bring an empty database to the newest version, and do nothing the second time', () =>
    withCypher(async (cypher) => {
      await migrate(cypher, migrationForTests);
      expect(await versionOf(cypher)).toBe(steps.length);
      await cypher.runAlone("MATCH (l:Ledger {name: 'evidence'}) SET l.seq = 7");
      await migrate(cypher, migrationForTests);
      expect(await cypher.read("MATCH (l:Ledger {name: 'evidence'}) RETURN l.seq AS seq")).toEqual([{ seq: 7 }]);
    }));

  it('go on where a crash left them: a step that was half taken is taken again', () =>
    withCypher(async (cypher) => {
      await migrate(cypher, migrationForTests);
      await cypher.runAlone('MATCH (s:LinchpinSchema) DELETE s');
      await migrate(cypher, migrationForTests);
      expect(await versionOf(cypher)).toBe(steps.length);
    }));

  it('may run in two processes at once', () =>
    withCypher(async (cypher) => {
      await Promise.all([migrate(cypher, migrationForTests), migrate(cypher, migrationForTests)]);
      const ledgers = await cypher.read<{ name: string }>('MATCH (l:Ledger) RETURN l.name AS name ORDER BY name');
      expect(ledgers.map(({ name }) => name)).toEqual(['audit', 'evidence']);
    }));

  it('refuse a database that a newer program wrote, with a line that says what to do', () =>
    withCypher(async (cypher) => {
      await migrate(cypher, migrationForTests);
      await cypher.runAlone('MATCH (s:LinchpinSchema) SET s.version = 99');
      await expect(migrate(cypher, migrationForTests)).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(/newer Linchpin \(version 99, this program knows 2\).*Start the newer program/),
      });
    }));

  it('refuse an index of our name that is something else', () =>
    withCypher(async (cypher) => {
      await migrate(cypher, migrationForTests);
      await cypher.runAlone('DROP INDEX link_bundle');
      await cypher.runAlone('CREATE INDEX link_bundle FOR (n:Other) ON (n.thing)');
      try {
        await expect(migrate(cypher, migrationForTests)).rejects.toMatchObject({
          code: 'UNAVAILABLE',
          message: expect.stringContaining('link_bundle'),
        });
      } finally {
        await cypher.runAlone('DROP INDEX link_bundle');
        await cypher.runAlone('CREATE INDEX link_bundle FOR (n:Link) ON (n.bundle)');
        await cypher.runAlone('CALL db.awaitIndexes(60)');
      }
    }));
});
