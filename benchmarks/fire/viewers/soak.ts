import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { keepBusy, newMemory, retract, submit } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { killAll, startServer } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must } from '../rounds.ts';
import { seeded } from '../../src/seeded.ts';
import { curveHead, growthPerHour, showPoint, takePoint, type Point } from './curve.ts';
import { percentile, watch } from './watchers.ts';

/** What may still be warming up and filling caches over a short run. */
const mostPerHour = { resident: 150, heap: 100, handles: 20 };

/**
 * Mixed load on one server for a while: viewers, submissions, retractions; a line of the curve every so often.
 * @throws Error where memory or handles grow over the second half, a viewer is refused for anything but UNAVAILABLE, or the
 * store is not what its callers were told
 */
export async function soak(to: {
  readonly folder: string;
  readonly minutes: number;
  readonly every: number;
  readonly seed: number;
  say(line: string): void;
}): Promise<void> {
  const { folder, minutes, every, seed, say } = to;
  const data = join(folder, 'data');
  await copyTemplate(data);
  const server = await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' });
  try {
    const begun = Date.now();
    let isOver = false;
    const plan: Plan = { seed, phones: 60, people: 4 };
    const memory = newMemory();
    const random = seeded(seed);
    let count = 0;
    const writing = keepBusy(4, async () => {
      const known =
        random.int(20) === 0 ? [...memory.acknowledged.keys()].find((nth) => !memory.maybeRetracted.has(nth)) : undefined;
      const nth = count++;
      if (known !== undefined) await retract({ address: server.address, memory }, known);
      await submit({ address: server.address, memory }, nth, fireReport(plan, nth));
      await wait(random.int(400));
      return !isOver;
    });
    const watching = watch(server.address, { viewers: 12, thought: 400, seed, isOver: () => isOver });
    const points: Point[] = [];
    say(curveHead);
    while (Date.now() - begun < minutes * 60_000) {
      await wait(every * 1_000);
      points.push(await takePoint(server, data, begun));
      say(showPoint(points.at(-1)!));
    }
    isOver = true;
    const [{ times, refusals }] = await Promise.all([watching, writing]);
    await server.kill();
    const told = [...refusals].map(([name, often]) => `${often} x ${name}`).join(', ');
    say(
      `${times.length} questions, p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms${told && `; refused ${told}`}`,
    );
    say(await judgeReports({ store: { kind: 'embedded' }, data }, plan, memory));
    must(
      [...refusals.keys()].every((name) => name === 'UNAVAILABLE'),
      `viewers were refused: ${told}`,
    );
    judgeGrowth(points, say);
  } finally {
    await killAll();
  }
}

function judgeGrowth(points: readonly Point[], say: (line: string) => void): void {
  const values = {
    resident: ({ resident }: Point) => resident,
    heap: ({ heap }: Point) => heap,
    handles: ({ handles }: Point) => handles,
  };
  const growth = Object.entries(values).map(([name, value]) => [name, Math.round(growthPerHour(points, value))] as const);
  say(`growth per hour over the second half: ${growth.map(([name, slope]) => `${name} ${slope}`).join(', ')}`);
  const most: Readonly<Record<string, number>> = mostPerHour;
  for (const [name, slope] of growth) must(slope <= most[name]!, `${name} grows by ${slope} an hour`);
}
