import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoDirectory } from '@linchpin/api/src/features/demo/demoDirectory.ts';
import { openStores } from '@linchpin/api/src/openStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { newMemory, type Acknowledged, type Memory } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { startProcess, type ProductProcess } from '../processes/serverProcess.ts';
import type { Trial } from '../rounds.ts';

const reports = 400;

/** Kills a process that loads an empty store in bulk, while rows come in or while the rest is derived; the next opening finishes it. */
export const bulkTrial: Trial = {
  name: 'bulk-loading',
  async run({ folder, random }) {
    const place = { store: { kind: 'embedded' }, data: join(folder, 'data') } as const;
    const stores = await openStores(place, coreVocabulary);
    await stores.work.putDirectory(demoDirectory);
    await stores.close();
    const plan = { seed: random.int(1 << 30), phones: 5, people: 20 };
    const loader = startProcess('benchmarks/fire/processes/bulkLoader.ts', [place.data, String(plan.seed), String(reports)], {});
    const isLate = random.int(2) === 0;
    await until(loader, isLate ? 'finishing' : '"nth"');
    await wait(random.int(isLate ? 200 : 1_500));
    await loader.kill();
    const output = loader.output();
    const memory = readMemoryOf(output);
    const moment = output.includes('finished')
      ? 'after the end'
      : output.includes('finishing')
        ? 'while deriving'
        : 'while loading';
    return `killed ${moment}; ${await judgeReports(place, plan, memory)}`;
  },
};

async function until(process: ProductProcess, word: string): Promise<void> {
  while (process.child.exitCode === null && !process.output().includes(word)) await wait(2);
}

/** What it said is durable; the batch after that may be there or not. The audit log knows nothing of a load without a gate. */
function readMemoryOf(output: string): Memory {
  const memory = newMemory();
  for (const line of output.split('\n'))
    if (line.startsWith('{') && line.endsWith('}')) {
      const { nth, ...told } = JSON.parse(line) as Acknowledged & { readonly nth: number };
      memory.acknowledged.set(nth, told);
    }
  for (let nth = 0; nth < reports; nth++) if (!memory.acknowledged.has(nth)) memory.unanswered.add(nth);
  memory.looked.acknowledged = memory.acknowledged.size;
  return memory;
}
