import { LinchpinError } from '../../../model/errors.ts';
import type { Cypher } from '../runCypher.ts';
import { steps as allSteps, type ExpectedIndex, type MigrationContext, type MigrationStep } from './steps.ts';

const secondsForIndexes = 300;

/**
 * Brings the database to the newest version, step by step; running it again, or after a crash, does nothing twice.
 * Schema and data never share a transaction; the version is noted last.
 * @throws LinchpinError UNAVAILABLE when a newer program wrote the database, or an index of ours is something else there.
 */
export async function migrate(cypher: Cypher, at: MigrationContext, steps: readonly MigrationStep[] = allSteps): Promise<void> {
  const version = await readVersion(cypher);
  if (version > steps.length)
    throw new LinchpinError(
      'UNAVAILABLE',
      `This Neo4j database was written by a newer Linchpin (version ${version}, this program knows ${steps.length}). Start the newer program, or name another database.`,
    );
  for (const [index, step] of steps.entries()) if (index >= version) await take(cypher, at, { step, version: index + 1 });
  await checkIndexes(
    cypher,
    steps.flatMap(({ indexes }) => indexes),
  );
}

async function readVersion(cypher: Cypher): Promise<number> {
  const [row] = await cypher.read<{ version: number }>('MATCH (s:LinchpinSchema {name: "schema"}) RETURN s.version AS version');
  return row?.version ?? 0;
}

async function take(
  cypher: Cypher,
  at: MigrationContext,
  { step, version }: { readonly step: MigrationStep; readonly version: number },
): Promise<void> {
  for (const statement of step.schema) await cypher.runAlone(statement);
  await cypher.runAlone('CALL db.awaitIndexes($seconds)', { seconds: secondsForIndexes });
  await checkIndexes(cypher, step.indexes);
  for (const statement of step.data) await cypher.runAlone(statement);
  await step.move?.(cypher, at);
  await cypher.runAlone('MERGE (s:LinchpinSchema {name: "schema"}) SET s.version = $version', { version });
}

interface FoundIndex {
  readonly name: string;
  readonly state: string;
  readonly type: string;
  readonly labelsOrTypes: readonly string[] | null;
  readonly properties: readonly string[] | null;
}

async function checkIndexes(cypher: Cypher, expected: readonly ExpectedIndex[]): Promise<void> {
  const found = await cypher.runAlone<FoundIndex>('SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties');
  for (const { name, type, label, properties } of expected) {
    const index = found.find((candidate) => candidate.name === name);
    const isRight =
      index?.state === 'ONLINE' &&
      index.type === type &&
      String(index.labelsOrTypes) === label &&
      String(index.properties) === String(properties);
    if (!isRight)
      throw new LinchpinError(
        'UNAVAILABLE',
        `Neo4j's index ${name} is not the one that Linchpin needs (${type} on ${label}: ${properties.join(', ')}). Remove the other one, or give Linchpin a database of its own.`,
      );
  }
}
