import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import { writeFireFiles } from '../clients/fireFiles.ts';
import { mustBeSound } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { readPresent } from '../judge/readPresent.ts';
import { freePort } from '../../../tools/testing/freePort.ts';
import { runCommand, startCommand, startServer, type ProductProcess, type Settings } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Trial } from '../rounds.ts';

const rows = 6_000;

/** Kills the import command itself, twice, then lets it end. */
const importing: Trial = {
  name: 'importing',
  async run({ folder, random }) {
    const data = join(folder, 'data');
    await copyTemplate(data);
    const files = writeFireFiles(join(folder, 'files'), rows);
    const args = ['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', '--json'];
    const settings = { LINCHPIN_DATA: data };
    const there: number[] = [];
    for (let life = 0; life < 2; life++) {
      const command = startCommand(args, settings);
      await untilStaging(command, data);
      await Promise.race([wait(random.int(4_000)), command.ended]);
      await command.kill();
      there.push(await countWhole(data));
    }
    await mustEndWell(args, settings, there.at(-1)!);
    must((await countWhole(data)) === rows, 'rows are missing although the import ended');
    return `${there.join(', then ')} reports were there after a kill, all ${rows} in the end`;
  },
};

/** Kills the server that an import hands its reports to; another takes its place while the import waits. */
const importingThroughServer: Trial = {
  name: 'importing-through-server',
  async run({ folder, random }) {
    const data = join(folder, 'data');
    await copyTemplate(data);
    const some = 1_500;
    const files = writeFireFiles(join(folder, 'files'), some);
    const settings = { LINCHPIN_DATA: data, LINCHPIN_PORT: String(await freePort()) };
    let server = await startServer(settings);
    const url = ['--url', server.address, '--as', 'investigator1'];
    const args = ['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', '--json', ...url];
    const command = startCommand(args, {});
    await Promise.race([wait(1_500 + random.int(4_000)), command.ended]);
    await server.kill();
    await wait(random.int(1_000));
    server = await startServer(settings);
    const code = await command.ended;
    const first = code === 0 ? 'went on' : command.output().trim().split('\n').at(-1)!;
    if (code === 0) mustBalance(balanceOf(command.output()), some);
    else must(/Run the import again/.test(first), `the import ended with ${code}: ${command.output()}`);
    await mustEndWell(args, {}, 0, some);
    await server.kill();
    const present = await countWhole(data);
    must(present === some, `${present} reports of ${some} rows`);
    return `the import ${first}`;
  },
};

/** Waits until the import has its own room beside the store, where it first reads all its files. */
async function untilStaging(command: ProductProcess, data: string): Promise<void> {
  const left = readdirSync(data);
  const isMade = (): boolean => readdirSync(data).some((name) => name.startsWith('import-') && !left.includes(name));
  while (command.child.exitCode === null && !isMade()) await wait(5);
}

async function countWhole(data: string): Promise<number> {
  return withStores({ store: { kind: 'embedded' }, data }, async (judged) => {
    await mustBeSound(judged, 'after the kill');
    const present = await readPresent(judged.stores.graph, 0);
    for (const [nth, { records, links }] of present)
      must(records === 2 && links === 1, `report ${nth} has ${records} records and ${links} links`);
    return present.size;
  });
}

async function mustEndWell(args: readonly string[], settings: Settings, skipped: number, read = rows): Promise<void> {
  const { code, output } = await runCommand(args, settings);
  must(code === 0, `the import ended with ${code}: ${output}`);
  const balance = balanceOf(output);
  mustBalance(balance, read);
  must(balance.rows.skipped >= skipped, `${balance.rows.skipped} rows were known, ${skipped} were there`);
}

function mustBalance({ rows: { read, imported, skipped, rejected } }: ImportBalance, expected: number): void {
  must(read === expected && imported + skipped === read && rejected === 0, `${read} read, ${imported}, ${skipped}, ${rejected}`);
}

function balanceOf(output: string): ImportBalance {
  return JSON.parse(output.trimEnd().split('\n').at(-1)!) as ImportBalance;
}

export const importingTrials: readonly Trial[] = [importing, importingThroughServer];
