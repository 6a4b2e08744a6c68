import { parseArgs } from 'node:util';
import { makeAttack } from '@linchpin/api/src/server/testing/hostile/attack.ts';
import { chanceOf } from '@linchpin/api/src/server/testing/hostile/chance.ts';
import { openHostileWorld } from '@linchpin/api/src/server/testing/hostile/openHostileWorld.ts';

/** Hostile GraphQL requests against the demo case, one after the other, for as long as told. A failure names the seed that repeats it. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    /** Milliseconds of computing after which one request is named. */
    slow: { type: 'string', default: '500' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const world = await openHostileWorld();
const until = performance.now() + Number(values.minutes) * 60_000;
const kinds = new Map<string, { sent: number; slowest: number }>();
const failures = new Map<string, number>();
let nth = Number(values.seed) * 1_000_000;
for (; performance.now() < until; nth++) {
  const attack = makeAttack(world, chanceOf(nth), values.kind);
  const before = process.cpuUsage();
  const complaints = await world.judge(attack);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  const known = kinds.get(attack.kind) ?? { sent: 0, slowest: 0 };
  kinds.set(attack.kind, { sent: known.sent + 1, slowest: Math.max(known.slowest, ms) });
  if (ms > Number(values.slow)) complaints.push(`computes for long (${attack.kind})`);
  for (const complaint of complaints) {
    const times = (failures.get(complaint) ?? 0) + 1;
    failures.set(complaint, times);
    if (times <= 3) say(`${nth} ${complaint}; ${Math.round(ms)} ms; ${attack.viewer}: ${String(attack.body).slice(0, 500)}`);
  }
}
const faults = world.service.log.filter((line) => line.includes('"level":50'));
for (const fault of new Set(faults.map((line) => line.replace(/^.*"msg"/, '"msg"')))) say(`in the log: ${fault}`);
for (const [kind, { sent, slowest }] of kinds) say(`${kind}: ${sent} sent, slowest ${Math.round(slowest)} ms of computing`);
for (const [complaint, times] of failures) say(`${times} times: ${complaint}`);
say(`${failures.size + faults.length === 0 ? 'held' : 'failed'}; seeds ${values.seed}000000 to ${nth}`);
const { rss } = process.memoryUsage();
say(`memory at the end: ${Math.round(rss / 1_048_576)} MB`);
await world.service.close();
process.exitCode = failures.size + faults.length === 0 ? 0 : 1;
