import { join } from 'node:path';
import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import { writeFireFiles } from '../clients/fireFiles.ts';
import { mustBeSound } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { killAll, startCommand, startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must } from '../rounds.ts';
import { curveHead, showPoint, takePoint } from './curve.ts';
import { percentile, watch } from './watchers.ts';

const every = 10_000;
/** Milliseconds between two questions of a viewer, on average. */
const thought = 1_000;

/**
 * Viewers search and expand while an import comes in through the server.
 * @throws Error where a viewer is refused for anything but UNAVAILABLE, or a row is missing in the end
 */
export async function manyViewers(to: {
  readonly folder: string;
  readonly rows: number;
  readonly viewers: number;
  readonly seed: number;
  say(line: string): void;
}): Promise<void> {
  const { folder, rows, viewers, seed, say } = to;
  const data = join(folder, 'data');
  await copyTemplate(data);
  const files = writeFireFiles(join(folder, 'files'), rows, seed);
  const server = await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' });
  try {
    const begun = Date.now();
    const asViewer = ['--url', server.address, '--as', 'investigator1', '--json'];
    const command = startCommand(['import', files.mapping, files.tips, '--agency', 'BAYOU-SO', ...asViewer], {});
    let isOver = false;
    const watching = watch(server.address, { viewers, thought, seed, isOver: () => isOver });
    say(curveHead);
    const timer = setInterval(() => void takePoint(server, data, begun).then((point) => say(showPoint(point))), every);
    const code = await command.ended;
    const seconds = (Date.now() - begun) / 1_000;
    isOver = true;
    clearInterval(timer);
    const { times, refusals } = await watching;
    say(showPoint(await takePoint(server, data, begun)));
    const told = [...refusals].map(([name, count]) => `${count} x ${name}`).join(', ');
    say(
      `${rows} rows in ${seconds.toFixed(0)} s (${Math.round(rows / seconds)} a second); ${viewers} viewers asked ${times.length} times, p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, slowest ${percentile(times, 1)} ms${told && `; refused ${told}`}`,
    );
    must(code === 0, `the import ended with ${code}: ${command.output().slice(-600)}`);
    const balance = JSON.parse(command.output().trimEnd().split('\n').at(-1)!) as ImportBalance;
    must(balance.rows.imported === rows, `${balance.rows.imported} rows of ${rows} were imported`);
    must(
      [...refusals.keys()].every((name) => name === 'UNAVAILABLE'),
      `viewers were refused: ${told}`,
    );
    await server.kill();
    await withStores({ store: { kind: 'embedded' }, data }, (judged) => mustBeSound(judged, 'after the import'));
  } finally {
    await killAll();
  }
}
