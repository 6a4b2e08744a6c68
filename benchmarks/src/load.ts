import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { loadWorld } from './loadWorld.ts';

/** A store of N entities to look at: `pnpm --filter @linchpin/benchmarks load --entities 50000 --keep FOLDER`. */
const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string', default: join(tmpdir(), 'linchpin-world') },
  },
});
const entities = Number(values.entities);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const { load, data } = await loadWorld({ entities, links: entities * 5, seed: Number(values.seed), folder: values.keep }, say);
const { reports, records, links, seconds, peakMB } = load;
const rate = Math.round(reports / seconds).toLocaleString('en');
say(
  `${data}: ${reports} reports, ${records} records, ${links} links in ${seconds.toFixed(1)} s (${rate} reports/s), RSS ${peakMB} MB`,
);
