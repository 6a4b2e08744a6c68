import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { submitAll, submitAndRetract, type Callers } from '../clients/callers.ts';
import type { Plan } from '../clients/fireReports.ts';
import { newMemory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import type { Round, Trial } from '../rounds.ts';

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

const upTo = (most: number) => (round: Round) => wait(round.random.int(most));

export const writingTrials: readonly Trial[] = [
  killServer('submitting', { phones: 30, people: 3 }, submitAll, upTo(1_500)),
  // All of them use one phone, so that it becomes a hub in the middle.
  killServer('promoting', { phones: 1, people: 8 }, submitAll, upTo(2_500)),
  // Big reports fill the journal, so that it is checkpointed again and again.
  killServer('checkpointing', { phones: 400, people: 120 }, submitAll, upTo(3_000)),
  killServer('retracting', { phones: 12, people: 3 }, submitAndRetract, upTo(1_500)),
];
