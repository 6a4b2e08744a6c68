import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { submitAll, submitAndRetract, type Callers } from '../clients/callers.ts';
import { writeFireFiles } from '../clients/fireFiles.ts';
import type { Plan } from '../clients/fireReports.ts';
import { newMemory } from '../clients/submitters.ts';
import { judgeReports, mustBeSound } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { readPresent } from '../judge/readPresent.ts';
import { untilImporting } from '../processes/neo4jDriver.ts';
import type { Neo4jProcess } from '../processes/neo4jProcess.ts';
import { startCommand, startServer, type ProductProcess } from '../processes/serverProcess.ts';
import { must, type Trial } from '../rounds.ts';
import { migratingTrial } from './migratingTrial.ts';

const victims = ['service', 'Neo4j'] as const;

interface Moment extends Omit<Plan, 'seed'> {
  readonly name: string;
  readonly callers: Callers;
  /** Reports that are acknowledged before it may come. */
  readonly after: number;
}

/** Kills the service or the database under callers, and judges what is left. */
function killUnder(neo4j: Neo4jProcess, { name, callers, after, ...plan }: Moment): Trial {
  return {
    name,
    async run({ random }) {
      const own = { ...plan, seed: random.int(1 << 30) };
      const memory = newMemory();
      const victim = random.pick([...victims]);
      let count = 0;
      const server = await startServer(neo4j.settings);
      const busy = callers({ address: server.address, memory }, own, () => count++);
      while (memory.acknowledged.size < after) await wait(5);
      await wait(random.int(1_500));
      if (victim === 'Neo4j') {
        await neo4j.kill();
        await neo4j.restart();
        await wait(random.int(1_500));
      }
      await server.kill();
      await busy;
      return `${victim} killed; ${await judgeReports(neo4j.place, own, memory)}`;
    },
  };
}

const rows = 1_500;

/** Kills an import, which is run again, or the database under it, which it waits for. */
function importing(neo4j: Neo4jProcess): Trial {
  return {
    name: 'importing',
    async run({ folder, random }) {
      const seed = random.int(1 << 30);
      const files = writeFireFiles(join(folder, 'files'), rows, seed);
      const args = ['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', '--json'];
      const victim = random.pick([...victims]);
      const command = await untilImporting(neo4j, () => startCommand(args, neo4j.settings));
      await Promise.race([wait(random.int(3_000)), command.ended]);
      if (victim === 'Neo4j') {
        await neo4j.kill();
        await neo4j.restart();
        await mustEnd(command);
      } else await command.kill();
      const wasWaiting = /Waiting for it/.test(command.output());
      const first = await countWhole(neo4j, seed);
      if (victim === 'Neo4j') must(first === rows, `${first} reports of ${rows} rows, although the import ended`);
      await mustEnd(startCommand(args, neo4j.settings));
      must((await countWhole(neo4j, seed)) === rows, 'rows are missing, or doubled, after the import was run again');
      return `${victim === 'Neo4j' ? `Neo4j killed, the import ${wasWaiting ? 'waited' : 'went on'}` : 'the import killed'}; ${first} reports, then all ${rows}`;
    },
  };
}

async function mustEnd(command: ProductProcess): Promise<void> {
  const code = await command.ended;
  must(code === 0, `the import ended with ${code}: ${command.output().slice(-600)}`);
}

function countWhole(neo4j: Neo4jProcess, seed: number): Promise<number> {
  return withStores(neo4j.place, async (judged) => {
    await mustBeSound(judged, 'after the kill');
    const present = await readPresent(judged.stores.graph, seed);
    for (const [nth, { records, links }] of present)
      must(records === 2 && links === 1, `report ${nth} has ${records} records and ${links} links`);
    return present.size;
  });
}

export function killTrials(neo4j: Neo4jProcess): readonly Trial[] {
  return [
    killUnder(neo4j, { name: 'submitting', phones: 12, people: 3, callers: submitAll, after: 10 }),
    // All of them use one phone, so that it becomes a hub in the middle.
    killUnder(neo4j, { name: 'promoting', phones: 1, people: 12, callers: submitAll, after: 25 }),
    killUnder(neo4j, { name: 'retracting', phones: 6, people: 3, callers: submitAndRetract, after: 30 }),
    importing(neo4j),
    migratingTrial(neo4j),
  ];
}
