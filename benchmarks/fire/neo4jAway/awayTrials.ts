import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFireFiles } from '../clients/fireFiles.ts';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { ask } from '../clients/graphqlClient.ts';
import { newMemory, submit, type Memory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { untilImporting } from '../processes/neo4jDriver.ts';
import type { Neo4jProcess } from '../processes/neo4jProcess.ts';
import { startCommand, startServer, type ServerProcess } from '../processes/serverProcess.ts';
import { must, type Round, type Trial } from '../rounds.ts';

/** What a person waits for at most before being told; the rest is for a busy machine. */
const clearWithin = 5_000;
const slack = 1_500;
const recoversWithin = 30_000;

interface Outage {
  readonly name: string;
  /** Takes the database away. */
  take(neo4j: Neo4jProcess, round: Round): Promise<void> | void;
  giveBack(neo4j: Neo4jProcess): Promise<void> | void;
}

const outages: readonly Outage[] = [
  { name: 'killed', take: (neo4j) => neo4j.kill(), giveBack: (neo4j) => neo4j.restart() },
  { name: 'cut-off', take: ({ proxy }) => proxy.set({ kind: 'gone' }), giveBack: clear },
  { name: 'silent', take: ({ proxy }) => proxy.set({ kind: 'silent' }), giveBack: cutThenClear },
  { name: 'frozen', take: (neo4j) => neo4j.freeze(), giveBack: (neo4j) => neo4j.thaw() },
  { name: 'very-slow', take: ({ proxy }) => proxy.set({ kind: 'slow', delay: 4_000 }), giveBack: clear },
];

function clear({ proxy }: Neo4jProcess): void {
  proxy.set({ kind: 'clear' });
}

/** What was swallowed is lost to these connections: nothing sensible comes over them again. */
function cutThenClear({ proxy }: Neo4jProcess): void {
  proxy.set({ kind: 'gone' });
  proxy.set({ kind: 'clear' });
}

/** The service stays up through an outage under write load: everybody is told in time, it answers again by itself, nothing is doubled. */
function ride({ name, take, giveBack }: Outage, neo4j: Neo4jProcess): Trial {
  return {
    name,
    run: (round) =>
      underLoad(neo4j, round, async (server) => {
        await wait(500 + round.random.int(1_500));
        await take(neo4j, round);
        const told = await Promise.allSettled([tellsWithin(server)]);
        await giveBack(neo4j);
        if (told[0].status === 'rejected') throw told[0].reason;
        const back = await answersAgain(server);
        await wait(1_000);
        return `told after ${told[0].value} ms, back after ${back} ms`;
      }),
  };
}

/** What happens to a server while callers write; then what they were told is judged. */
async function underLoad(
  neo4j: Neo4jProcess,
  { random }: Round,
  happen: (server: ServerProcess) => Promise<string>,
): Promise<string> {
  const plan: Plan = { seed: random.int(1 << 30), phones: 5, people: 3 };
  const memory = newMemory();
  const server = await startServer(neo4j.settings);
  const writing = keepWriting(server, plan, memory);
  const happened = await happen(server);
  writing.stop();
  await writing.ended;
  await server.kill();
  return `${happened}; ${await judgeReports(neo4j.place, plan, memory)}`;
}

/** Callers that go on whatever they are answered, each sending an unanswered report again under its key. */
function keepWriting(
  server: ServerProcess,
  plan: Plan,
  memory: Memory,
): { readonly stop: () => void; readonly ended: Promise<void> } {
  let isOver = false;
  let count = 0;
  const caller = async (): Promise<void> => {
    while (!isOver) {
      const nth = count++;
      for (let attempt = 0; attempt < 4 && !isOver && !memory.acknowledged.has(nth); attempt++)
        if (!(await submit({ address: server.address, memory }, nth, fireReport(plan, nth)))) await wait(200);
    }
  };
  const ended = Promise.all(Array.from({ length: 6 }, caller)).then(() => undefined);
  return { stop: () => void (isOver = true), ended };
}

const reading = { query: '{ reports(first: 5) { totalCount } }' };

/** Milliseconds until a person was told that the service cannot answer; asked until it says so, for old answers may be on their way. */
async function tellsWithin(server: ServerProcess): Promise<number> {
  for (let asked = 0; asked < 5; asked++) {
    const begun = Date.now();
    const { code } = await ask(server.address, reading);
    const took = Date.now() - begun;
    must(took < clearWithin + slack, `a person waited ${took} ms for ${code ?? 'an answer'}`);
    if (code === 'UNAVAILABLE') return took;
    must(code === null, `a person was told ${code}`);
  }
  throw new Error('the service answers although the database is away');
}

async function answersAgain(server: ServerProcess): Promise<number> {
  const begun = Date.now();
  while (Date.now() - begun < recoversWithin) {
    const { code } = await ask(server.address, reading);
    if (code === null) return Date.now() - begun;
    await wait(100);
  }
  throw new Error(`the service does not answer ${recoversWithin} ms after the database is back: ${server.output()}`);
}

/** Connections are cut where it hurts most, again and again; nobody needs to be told, and nothing may be doubled. */
function cutting(
  name: string,
  neo4j: Neo4jProcess,
  weather: (round: Round) => Parameters<Neo4jProcess['proxy']['set']>[0],
): Trial {
  return {
    name,
    run: (round) =>
      underLoad(neo4j, round, async () => {
        const before = neo4j.proxy.cuts;
        for (let times = 0; times < 8; times++) {
          neo4j.proxy.set(weather(round));
          await wait(400);
        }
        neo4j.proxy.set({ kind: 'clear' });
        await wait(500);
        return `${neo4j.proxy.cuts - before} cuts`;
      }),
  };
}

/** A long job waits while the database is away for a while, and ends well. */
function importWaits(neo4j: Neo4jProcess): Trial {
  return {
    name: 'import-waits',
    async run({ folder, random }) {
      const rows = 1_500;
      const files = writeFireFiles(join(folder, 'files'), rows, random.int(1 << 30));
      const args = ['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', '--json'];
      const command = await untilImporting(neo4j, () => startCommand(args, neo4j.settings));
      await wait(random.int(1_000));
      const wasRunning = command.child.exitCode === null;
      neo4j.proxy.set({ kind: 'gone' });
      await wait(20_000);
      neo4j.proxy.set({ kind: 'clear' });
      const code = await command.ended;
      must(code === 0, `the import ended with ${code}: ${command.output().slice(-400)}`);
      must(
        !wasRunning || /Waiting for it/.test(command.output()),
        `the import did not say that it waits: ${command.output().slice(-400)}`,
      );
      return `${wasRunning ? 'waited' : 'was done before'}, all ${rows} rows in`;
    },
  };
}

export function awayTrials(neo4j: Neo4jProcess): readonly Trial[] {
  return [
    ...outages.map((outage) => ride(outage, neo4j)),
    cutting('cut-at-commit', neo4j, () => ({ kind: 'cut at commit', times: 2 })),
    cutting('cut-after-bytes', neo4j, ({ random }) => ({ kind: 'cut after', bytes: random.int(4_000) })),
    importWaits(neo4j),
  ];
}
