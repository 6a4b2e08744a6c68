import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { submitReport } from '@linchpin/api/src/features/ingest/submitReport.ts';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { newMemory, type Acknowledged } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { writeVersionOne } from '../processes/oldStore.ts';
import { launchServer, type ProductProcess } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import type { Trial } from '../rounds.ts';

/** Enough that bringing the file up to date takes a while, with a hub. */
const plan: Plan = { seed: 4, phones: 3, people: 40 };
const reports = 400;

interface OldStore {
  readonly data: string;
  readonly acknowledged: ReadonlyMap<number, Acknowledged>;
}

let old: Promise<OldStore> | null = null;

/** Kills a server while it brings a file of the first version up to date, then opens it for good. */
export const migratingTrial: Trial = {
  name: 'migrating',
  async run({ folder, random }) {
    const { data: first, acknowledged } = await (old ??= makeOldStore());
    const data = join(folder, 'data');
    cpSync(first, data, { recursive: true });
    const kills: string[] = [];
    for (let life = 0; life < 3; life++) {
      const server = launchServer({ LINCHPIN_DATA: data });
      const begun = await untilWriting(server, join(data, 'linchpin.db-wal'));
      const delay = random.int(120);
      await wait(delay);
      await server.kill();
      kills.push(`${begun}+${delay}`);
    }
    const memory = newMemory();
    for (const [nth, told] of acknowledged) memory.acknowledged.set(nth, told);
    return `killed after ${kills.join(', ')} ms; ${await judgeReports({ store: { kind: 'embedded' }, data }, plan, memory)}`;
  },
};

/** Milliseconds until the journal is written to; a file that is up to date already is not. */
async function untilWriting(server: ProductProcess, journal: string): Promise<number> {
  const begun = Date.now();
  const written = (): number => (existsSync(journal) ? statSync(journal).mtimeMs : 0);
  const before = written();
  while (server.child.exitCode === null && !server.output().includes('ready') && written() === before) await wait(2);
  return Date.now() - begun;
}

async function makeOldStore(): Promise<OldStore> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-fire-old-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const acknowledged = new Map<number, Acknowledged>();
  const [now, data] = [join(folder, 'now'), join(folder, 'old')];
  await copyTemplate(now);
  await withStores({ store: { kind: 'embedded' }, data: now }, async ({ ask }) => {
    for (let nth = 0; nth < reports; nth++) {
      const { number, entities } = await ask(submitReport, fireReport(plan, nth));
      acknowledged.set(nth, { number, entityIds: entities.map(({ entityId }) => entityId) });
    }
  });
  writeVersionOne(now, data);
  return { data, acknowledged };
}
