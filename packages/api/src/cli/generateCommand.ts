import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Command } from 'commander';
import { describeWorld, WorldTally } from '../features/generate/describeWorld.ts';
import { planWorld, type WorldSize } from '../features/generate/worldPlan.ts';
import { worldReport } from '../features/generate/worldReport.ts';
import { LinchpinError } from '../model/errors.ts';
import { typedPath } from './openLocal.ts';
import { countOf, printLines } from './output.ts';
import { showProgress } from './showProgress.ts';

interface GenerateFlags {
  readonly entities: string;
  readonly seed: string;
  readonly links?: string;
  readonly out: string;
}

const linesAtOnce = 500;
/** Beyond it there are no more telephone numbers that are nobody's. */
const mostEntities = 3_000_000;

export function generateCommand(): Command {
  return new Command('generate')
    .description('Write an invented world as reports, one a line, for tests at size. The same seed gives the same bytes')
    .requiredOption('--entities <n>', 'about how many entities')
    .option('--links <n>', 'about how many links (default: five an entity)')
    .option('--seed <n>', 'a whole number', '1')
    .requiredOption('--out <file>', 'FILE.ndjson; beside it FILE.world.json says who there is and what to ask for')
    .action(async (flags: GenerateFlags) => {
      const entities = readCount('--entities', flags.entities, mostEntities);
      const links = flags.links === undefined ? entities * 5 : readCount('--links', flags.links, mostEntities * 20);
      const out = typedPath(flags.out);
      const { tally, about } = await writeWorld({ entities, links, seed: readCount('--seed', flags.seed, 2 ** 31) }, out);
      const counts = [
        countOf(tally.reports, 'report', 'reports'),
        countOf(tally.records, 'record', 'records'),
        countOf(tally.links, 'link', 'links'),
      ];
      printLines([
        `${out}: ${counts.join(', ')}, ${(tally.bytes / 1e6).toFixed(1)} MB`,
        `${about}: agencies, groups, people, hubs, samples`,
      ]);
    });
}

/** Writes report by report: memory stays flat. Gives what was written and the file that describes it. */
export async function writeWorld(size: WorldSize, path: string): Promise<{ readonly tally: WorldTally; readonly about: string }> {
  const plan = planWorld(size);
  const tally = new WorldTally();
  const progress = showProgress('Written', { name: 'reports', size: 1 });
  const file = createWriteStream(path);
  await once(file, 'open').catch((error: unknown) => {
    throw new LinchpinError('INVALID', `${path} cannot be written`, [], { cause: error });
  });
  let lines: string[] = [];
  for (let number = 0; number < plan.reports; number++) {
    const report = worldReport(plan, number);
    const line = JSON.stringify(report.input);
    tally.add(report, Buffer.byteLength(line) + 1);
    lines.push(line);
    if (lines.length < linesAtOnce && number < plan.reports - 1) continue;
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    lines = [];
    progress.show(number + 1, plan.reports);
  }
  file.end();
  await once(file, 'close');
  progress.end();
  const about = path.replace(/(\.ndjson)?$/, '.world.json');
  writeFileSync(about, `${JSON.stringify(describeWorld(plan, tally), null, 1)}\n`);
  return { tally, about };
}

function readCount(name: string, text: string, most: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  throw new LinchpinError(
    'INVALID',
    `${name} ${text} is no count; a whole number from 1 to ${most.toLocaleString('en')}, such as 1000000`,
  );
}
