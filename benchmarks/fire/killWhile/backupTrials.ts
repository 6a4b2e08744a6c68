import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { keepBusy, newMemory, submit } from '../clients/submitters.ts';
import { judgeReports, mustBeSound } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { readPresent } from '../judge/readPresent.ts';
import { runCommand, startCommand, startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Trial } from '../rounds.ts';

/** A backup is taken while callers write; the backup, or the server, is killed in the middle of it. */
const backingUp: Trial = {
  name: 'backing-up',
  async run({ folder, random, nth }) {
    const [data, target] = [join(folder, 'data'), join(folder, 'backup')];
    await copyTemplate(data);
    const plan: Plan = { seed: random.int(1 << 30), phones: 20, people: 20 };
    const memory = newMemory();
    const server = await startServer({ LINCHPIN_DATA: data });
    let count = 0;
    const busy = keepBusy(8, () => {
      const one = count++;
      return submit({ address: server.address, memory }, one, fireReport(plan, one));
    });
    const backup = startCommand(['backup', target], { LINCHPIN_DATA: data });
    const isServerKilled = nth % 2 === 0;
    await wait(800 + random.int(2_200));
    if (isServerKilled) await server.kill();
    else await backup.kill();
    const code = await backup.ended;
    if (isServerKilled) must(code === 0, `the backup ended with ${code}: ${backup.output()}`);
    const wasThere = existsSync(target);
    if (wasThere) must(existsSync(join(target, 'backup.json')), 'a backup under its name is not whole');
    else await mustBackUp(target, data);
    await server.kill();
    await busy;
    const kept = await restoreAndCount(target, join(folder, 'restored'), plan.seed);
    return `${isServerKilled ? 'server' : 'backup'} killed, backup ${wasThere ? 'whole' : 'absent, then made'}, restored with ${kept}; ${await judgeReports({ store: { kind: 'embedded' }, data }, plan, memory)}`;
  },
};

/**
 * A backup comes and goes beside a server at rest; what the server takes in afterwards must outlive a kill: another process
 * that closes the files last, as it thinks, takes the journal away.
 */
const backedUpThenKilled: Trial = {
  name: 'backed-up-then-killed',
  async run({ folder, random }) {
    const data = join(folder, 'data');
    await copyTemplate(data);
    const plan: Plan = { seed: random.int(1 << 30), phones: 5, people: 3 };
    const memory = newMemory();
    const server = await startServer({ LINCHPIN_DATA: data });
    const to = { address: server.address, memory };
    await submit(to, 0, fireReport(plan, 0));
    await wait(1_000 + random.int(1_000));
    await mustBackUp(join(folder, 'backup'), data);
    for (let nth = 1; nth < 12; nth++) await submit(to, nth, fireReport(plan, nth));
    await server.kill();
    must(memory.acknowledged.size === 12, `only ${memory.acknowledged.size} reports were acknowledged`);
    return judgeReports({ store: { kind: 'embedded' }, data }, plan, memory);
  },
};

async function mustBackUp(target: string, data: string): Promise<void> {
  const { code, output } = await runCommand(['backup', target], { LINCHPIN_DATA: data });
  must(code === 0, `the backup after a killed one ended with ${code}: ${output}`);
}

async function restoreAndCount(backup: string, data: string, seed: number): Promise<number> {
  const { code, output } = await runCommand(['restore', backup], { LINCHPIN_DATA: data });
  must(code === 0, `restoring ended with ${code}: ${output}`);
  return withStores({ store: { kind: 'embedded' }, data }, async (judged) => {
    await mustBeSound(judged, 'restored');
    return (await readPresent(judged.stores.graph, seed)).size;
  });
}

export const backupTrials: readonly Trial[] = [backingUp, backedUpThenKilled];
