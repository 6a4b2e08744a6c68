import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { keepBusy, newMemory, retract, submit, type Memory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import type { Round, Trial } from '../rounds.ts';

/** What callers do until the server is gone; gives the numbers of reports from `first` on. */
type Callers = (to: { readonly address: string; readonly memory: Memory }, plan: Plan, next: () => number) => Promise<void>;

/** Kills a server under its callers, several times over the same store, and judges it after each. */
function killServer(
  name: string,
  plan: Omit<Plan, 'seed'>,
  callers: Callers,
  delay: (round: Round, life: number) => Promise<unknown>,
): Trial {
  return {
    name,
    async run(round) {
      const data = join(round.folder, 'data');
      await copyTemplate(data);
      const own = { ...plan, seed: round.random.int(1 << 30) };
      const memory = newMemory();
      let count = 0;
      const lines: string[] = [];
      for (let life = 0; life < 2; life++) {
        const server = await startServer({ LINCHPIN_DATA: data });
        const busy = callers({ address: server.address, memory }, own, () => count++);
        await delay(round, life);
        await server.kill();
        await busy;
        lines.push(await judgeReports({ store: { kind: 'embedded' }, data }, own, memory));
      }
      return lines.join(' / ');
    },
  };
}

const submitAll: Callers = (to, plan, next) =>
  keepBusy(16, () => {
    const nth = next();
    return submit(to, nth, fireReport(plan, nth));
  });

/** One of four callers takes back what was acknowledged. */
const submitAndRetract: Callers = async (to, plan, next) => {
  let turn = 0;
  await keepBusy(12, () => {
    const { memory } = to;
    const known = [...memory.acknowledged.keys()].find((nth) => !memory.maybeRetracted.has(nth));
    if (turn++ % 4 === 3 && known !== undefined) return retract(to, known);
    const nth = next();
    return submit(to, nth, fireReport(plan, nth));
  });
};

const upTo = (most: number) => (round: Round) => wait(round.random.int(most));

export const writingTrials: readonly Trial[] = [
  killServer('submitting', { phones: 30, people: 3 }, submitAll, upTo(1_500)),
  // All of them use one phone, so that it becomes a hub in the middle.
  killServer('promoting', { phones: 1, people: 8 }, submitAll, upTo(2_500)),
  // Big reports fill the journal, so that it is checkpointed again and again.
  killServer('checkpointing', { phones: 400, people: 120 }, submitAll, upTo(3_000)),
  killServer('retracting', { phones: 12, people: 3 }, submitAndRetract, upTo(1_500)),
];
