import { closeSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Sqlite } from '@linchpin/api/src/store/embedded/sqlite.ts';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { ask } from '../clients/graphqlClient.ts';
import { newMemory, submit, type Memory } from '../clients/submitters.ts';
import { judgeReports, mustBeSound } from '../judge/judgeReports.ts';
import { withStores } from '../judge/openForJudge.ts';
import { readPresent } from '../judge/readPresent.ts';
import { runCommand, startServer, type ServerProcess } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Round, type Trial } from '../rounds.ts';

const place = (data: string) => ({ store: { kind: 'embedded' }, data }) as const;
const reading = { query: '{ reports(first: 1) { totalCount } }' };

interface Written {
  readonly data: string;
  readonly plan: Plan;
  readonly memory: Memory;
  readonly server: ServerProcess;
}

/** A server that has taken some reports in. */
async function serveAndWrite(round: Round, reports = 40): Promise<Written> {
  const data = join(round.folder, 'data');
  await copyTemplate(data);
  const plan: Plan = { seed: round.random.int(1 << 30), phones: 9, people: 6 };
  const memory = newMemory();
  const server = await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' });
  for (let nth = 0; nth < reports; nth++) await submit({ address: server.address, memory }, nth, fireReport(plan, nth));
  must(memory.acknowledged.size === reports, `not even a healthy server takes reports: ${[...memory.errors.keys()].join()}`);
  return { data, plan, memory, server };
}

/** While the audit log cannot be written nothing is answered; then everything goes on. */
const auditUnwritable: Trial = {
  name: 'audit-unwritable',
  async run(round) {
    const { data, plan, memory, server } = await serveAndWrite(round);
    const blocker = new Sqlite(join(data, 'audit.db'));
    blocker.run('BEGIN IMMEDIATE');
    const answers = await Promise.all([
      ask<object>(server.address, reading),
      ask<object>(server.address, { query: '{ search(text: "Fire") { totalCount } }' }),
      submit({ address: server.address, memory }, 1_000, fireReport(plan, 1_000)),
    ]);
    for (const answer of answers.slice(0, 2) as { code: string | null; data: object | null }[]) {
      const given = Object.values(answer.data ?? {}).some((value) => value !== null);
      must(answer.code === 'UNAVAILABLE' && !given, `without an audit log it answers ${JSON.stringify(answer)}`);
    }
    must(!memory.acknowledged.has(1_000), 'a report was acknowledged without an audit log');
    blocker.run('ROLLBACK');
    blocker.close();
    const { code } = await ask(server.address, reading);
    must(code === null, `with an audit log again it answers ${code}`);
    await server.kill();
    return judgeReports(place(data), plan, memory);
  },
};

/** The folder is taken away under a running server: it may refuse, it may not acknowledge what nobody will find. */
const folderRemoved: Trial = {
  name: 'folder-removed',
  async run(round) {
    const { data, plan, memory, server } = await serveAndWrite(round);
    rmSync(data, { recursive: true });
    const before = memory.acknowledged.size;
    for (let nth = 100; nth < 110; nth++) await submit({ address: server.address, memory }, nth, fireReport(plan, nth));
    const told = [...memory.errors.keys()].join('; ');
    must(memory.acknowledged.size === before, `${memory.acknowledged.size - before} reports were acknowledged and are nowhere`);
    server.child.kill('SIGTERM');
    const code = await Promise.race([server.ended, wait(12_000, 'nothing within 12 s')]);
    must(code === 0 || code === 1, `told to end, it ended with ${code}`);
    return `callers were told ${told}`;
  },
};

/** Somebody tidies up the journal of a server that was killed: what it held is lost, and what is there is whole. */
const journalDeleted: Trial = {
  name: 'journal-deleted',
  async run(round) {
    const { data, plan, memory, server } = await serveAndWrite(round);
    await server.kill();
    for (const name of readdirSync(data)) if (/-(wal|shm)$/.test(name)) rmSync(join(data, name));
    return withStores(place(data), async (judged) => {
      await mustBeSound(judged, 'without its journal');
      const present = await readPresent(judged.stores.graph, plan.seed);
      for (const [nth, { records }] of present)
        must(records === fireReport(plan, nth).records.length, `report ${nth} has ${records} records`);
      return `${memory.acknowledged.size - present.size} of ${memory.acknowledged.size} were in the journal`;
    });
  },
};

/** A file is cut or written over: every command says so in a line or finds it, and none shows a stack. */
const fileDamaged: Trial = {
  name: 'file-damaged',
  async run(round) {
    const data = join(round.folder, 'data');
    await copyTemplate(data);
    const name = round.random.pick(['linchpin.db', 'linchpin.db', 'audit.db']);
    const done = damage(join(data, name), round);
    const { code, output } = await runCommand(['doctor'], { LINCHPIN_DATA: data });
    must(code === 0 || code === 1, `doctor ended with ${code}: ${output}`);
    must(!/^\s+at /m.test(output) && !/should not|SQLITE|Sqlite|undefined/.test(output), `doctor says: ${output.slice(-900)}`);
    const server = await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' }).catch((error: unknown) => String(error));
    if (typeof server === 'string') must(!/\n\s+at .*packages/.test(server), `the server says: ${server.slice(0, 900)}`);
    else {
      const { code: told } = await ask(server.address, {
        query: '{ search(text: "Okoye") { totalCount } reports(first: 50) { totalCount } }',
      });
      must(told === null || told === 'UNAVAILABLE', `it answers ${told}`);
    }
    const found = code === 0 ? 'nothing' : output.trim().split('\n').at(-1);
    return `${name} ${done}; doctor: ${found}; the server ${typeof server === 'string' ? 'does not start' : 'starts'}`;
  },
};

function damage(path: string, { random }: Round): string {
  const { size } = statSync(path);
  const at = random.int(size);
  if (random.int(2) === 0) {
    truncateSync(path, at);
    return `cut at ${at} of ${size}`;
  }
  const bytes = random.bytes(1 + random.int(5_000));
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
  return `written over at ${at} of ${size}, ${bytes.length} bytes`;
}

/** Two processes on one folder: the second says so in a line. */
const heldTwice: Trial = {
  name: 'held-twice',
  async run(round) {
    const { data, plan, memory, server } = await serveAndWrite(round, 5);
    const second = await startServer({ LINCHPIN_DATA: data }).then(
      () => 'it started',
      (error: unknown) => (error as Error).message,
    );
    must(/held by another Linchpin process/.test(second) && !/\n\s+at /.test(second), `the second server: ${second}`);
    const { code, output } = await runCommand(['doctor'], { LINCHPIN_DATA: data });
    must(code === 1 && /held by another/.test(output), `doctor ended with ${code}: ${output}`);
    await server.kill();
    return judgeReports(place(data), plan, memory);
  },
};

export const brokenTrials: readonly Trial[] = [auditUnwritable, folderRemoved, journalDeleted, fileDamaged, heldTwice];
