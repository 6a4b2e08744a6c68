import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFireFiles } from '../clients/fireFiles.ts';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { ask } from '../clients/graphqlClient.ts';
import { newMemory, submit, type Memory } from '../clients/submitters.ts';
import { judgeReports, mustBeSound } from '../judge/judgeReports.ts';
import { mustSayOneLine } from '../judge/mustSayOneLine.ts';
import { withStores } from '../judge/openForJudge.ts';
import { runCommand, startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Round, type Trial } from '../rounds.ts';
import { mountSmallDisk, type SmallDisk } from './smallDisk.ts';

const megabytes = 48;
const reading = { query: '{ reports(first: 1) { totalCount } }' };

async function onSmallDisk<T>(round: Round, work: (disk: SmallDisk, data: string) => Promise<T>): Promise<T> {
  const disk = mountSmallDisk(join(round.folder, 'disk'), megabytes);
  try {
    const data = join(disk.folder, 'data');
    await copyTemplate(data);
    return await work(disk, data);
  } finally {
    disk.remove();
  }
}

/** The disk fills up under a server with callers; there is room again; the same server goes on. */
const fullUnderServer: Trial = {
  name: 'full-under-server',
  run: (round) =>
    onSmallDisk(round, async (disk, data) => {
      const plan: Plan = { seed: round.random.int(1 << 30), phones: 20, people: 20 };
      const memory = newMemory();
      const server = await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' });
      disk.fill(100_000 + round.random.int(1_500_000));
      const before = await writeUntilRefused(server.address, plan, memory);
      const { code } = await ask(server.address, reading);
      must(code === null || code === 'UNAVAILABLE', `reading answers ${code}`);
      disk.free();
      await wait(200);
      for (const nth of memory.unanswered) await submit({ address: server.address, memory }, nth, fireReport(plan, nth));
      must(memory.unanswered.size === 0, `it does not go on: ${[...memory.errors.keys()].join('; ')}`);
      const refusals = [...memory.errors.keys()];
      must(
        refusals.every((one) => /^UNAVAILABLE: .*(disk|answer just now)/i.test(one)),
        `callers were told ${refusals.join('; ')}`,
      );
      await server.kill();
      return `full after ${before} reports; ${await judgeReports({ store: { kind: 'embedded' }, data }, plan, memory)}`;
    }),
};

async function writeUntilRefused(address: string, plan: Plan, memory: Memory): Promise<number> {
  for (let nth = 0; nth < 5_000; nth += 4) {
    const four = [nth, nth + 1, nth + 2, nth + 3];
    const alive = await Promise.all(four.map((one) => submit({ address, memory }, one, fireReport(plan, one))));
    must(alive.every(Boolean), 'the server is gone');
    if (memory.errors.size > 0) return memory.acknowledged.size;
  }
  throw new Error('the disk never got full');
}

/** The disk fills up under an import; with room again the same import ends well. */
const fullUnderImport: Trial = {
  name: 'full-under-import',
  run: (round) =>
    onSmallDisk(round, async (disk, data) => {
      const files = writeFireFiles(join(round.folder, 'files'), 8_000);
      const args = ['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', '--json'];
      disk.fill(200_000 + round.random.int(6_000_000));
      const said = mustSayOneLine(withoutProgress(await runCommand(args, { LINCHPIN_DATA: data })), /disk|answer just now/i);
      disk.free();
      await withStores({ store: { kind: 'embedded' }, data }, (judged) => mustBeSound(judged, 'after the full disk'));
      const { code, output } = await runCommand(args, { LINCHPIN_DATA: data });
      must(code === 0 && output.includes('"read":8000'), `with room again it ended with ${code}: ${output}`);
      return said;
    }),
};

/** A backup finds no room where it goes: nothing of it stays, and the store is as it was. */
const fullUnderBackup: Trial = {
  name: 'full-under-backup',
  run: (round) =>
    onSmallDisk(round, async (disk, data) => {
      const target = join(disk.folder, 'backup');
      disk.fill(round.random.int(3_000_000));
      const said = mustSayOneLine(await runCommand(['backup', target], { LINCHPIN_DATA: data }), /disk|answer just now/i);
      must(!existsSync(target) && !existsSync(`${target}.part`), 'something of the backup stays');
      disk.free();
      const { code, output } = await runCommand(['backup', target], { LINCHPIN_DATA: data });
      must(code === 0, `with room again it ended with ${code}: ${output}`);
      return said;
    }),
};

/** A disk that may not be written is said to be so, by every command. */
const readOnly: Trial = {
  name: 'read-only',
  run: (round) =>
    onSmallDisk(round, async (disk, data) => {
      const settings = { LINCHPIN_DATA: data };
      disk.setReadOnly(true);
      const server = await startServer(settings).then(
        () => 'it started',
        (error: unknown) => String(error),
      );
      must(/cannot be written|read-only/.test(server) && !/\n\s+at .*packages/.test(server), `the server: ${server}`);
      const said = mustSayOneLine(await runCommand(['doctor'], settings), /cannot be written|read-only/);
      mustSayOneLine(await runCommand(['backup', join(round.folder, 'backup')], settings), /cannot be written|read-only/);
      disk.setReadOnly(false);
      const { code, output } = await runCommand(['doctor'], settings);
      must(code === 0, `writable again, doctor ended with ${code}: ${output}`);
      return said;
    }),
};

function withoutProgress({ code, output }: { readonly code: number | null; readonly output: string }): {
  readonly code: number | null;
  readonly output: string;
} {
  return { code, output: output.replaceAll(/^(Read|Imported): .*\n/gm, '') };
}

export const fullTrials: readonly Trial[] = [fullUnderServer, fullUnderImport, fullUnderBackup, readOnly];
