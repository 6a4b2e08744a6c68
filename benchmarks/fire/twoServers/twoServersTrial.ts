import { setTimeout as wait } from 'node:timers/promises';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { ask } from '../clients/graphqlClient.ts';
import { keepBusy, newMemory, retract, submit, type Memory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import type { Neo4jProcess } from '../processes/neo4jProcess.ts';
import { startServer, type ServerProcess } from '../processes/serverProcess.ts';
import { must, type Trial } from '../rounds.ts';

const reading = { query: '{ reports(first: 5) { totalCount } search(text: "Fire") { totalCount } }' };

/** Two services on one database: both take reports of the same people's phones, the same reports, and take them back; nothing is lost or doubled. */
export function twoServersTrial(neo4j: Neo4jProcess): Trial {
  return {
    name: 'two-servers',
    async run({ random }) {
      const servers = [await startServer(neo4j.settings), await startServer(neo4j.settings)];
      const plan: Plan = { seed: random.int(1 << 30), phones: 3, people: 3 };
      const memory = newMemory();
      let count = 0;
      let isOver = false;
      let read = 0;
      const writing = keepBusy(8, async () => {
        const way = random.int(10);
        const server = random.pick(servers);
        const known = [...memory.acknowledged.keys()].find((nth) => !memory.maybeRetracted.has(nth) && nth % 5 === 0);
        if (way === 0 && known !== undefined) await retract({ address: server.address, memory }, known);
        else if (way === 1) await submitTwice(servers, memory, plan, count++);
        else {
          const nth = count++;
          await submit({ address: server.address, memory }, nth, fireReport(plan, nth));
        }
        return !isOver;
      });
      const watching = keepBusy(2, async () => {
        const { code } = await ask(random.pick(servers).address, reading);
        must(code === null || code === 'UNAVAILABLE', `a reader was answered ${code}`);
        read++;
        return !isOver;
      });
      await wait(8_000);
      isOver = true;
      await Promise.all([writing, watching]);
      for (const server of servers) await server.kill();
      return `${read} reads; ${await judgeReports(neo4j.place, plan, memory)}`;
    },
  };
}

/** The same report through both at once: one answer. */
async function submitTwice(servers: readonly ServerProcess[], memory: Memory, plan: Plan, nth: number): Promise<void> {
  const input = fireReport(plan, nth);
  const memories = servers.map(() => newMemory());
  await Promise.all(servers.map(({ address }, at) => submit({ address, memory: memories[at]! }, nth, input)));
  const answers = memories.map(({ acknowledged }) => acknowledged.get(nth)).filter((answer) => answer !== undefined);
  const [one, other] = answers;
  must(one?.number === other?.number || other === undefined, `report ${nth} is ${one?.number} and ${other?.number}`);
  if (one) memory.acknowledged.set(nth, one);
  else memory.unanswered.add(nth);
}
