import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './runCommand.ts';
import type { Step } from './step.ts';
import { addTallies, oneFailed, onePassed, type Tally } from './tally.ts';

const startWithin = 60_000;
const endWithin = 20_000;

/** Starts the server on an empty data folder and a free port, asks it as investigator1, and ends it. */
export const serverSmokeStep: Step = {
  name: 'server starts, answers and ends',
  async run() {
    const data = mkdtempSync(join(tmpdir(), 'linchpin-smoke-'));
    const port = await freePort();
    const server = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        LINCHPIN_DATA: data,
        LINCHPIN_PORT: String(port),
        LINCHPIN_STORE: 'embedded',
        LINCHPIN_DEMO: 'true',
        LINCHPIN_LOG: 'warn',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    try {
      const address = `http://127.0.0.1:${port}`;
      const checks: Tally[] = [];
      checks.push(await check('answers investigator1 with the demo case', () => asksForPhone(address, server)));
      checks.push(await check('answers nobody without a viewer', () => refusesNobody(address)));
      checks.push(await check('ends when told', () => endsWell(server)));
      return addTallies(checks);
    } finally {
      server.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    }
  },
};

async function check(what: string, holds: () => Promise<boolean>): Promise<Tally> {
  const isWell = await holds().catch((error: unknown) => {
    console.log(String(error));
    return false;
  });
  console.log(`${isWell ? 'ok' : 'FAILED'} ${what}`);
  return isWell ? onePassed : oneFailed;
}

async function asksForPhone(address: string, server: ChildProcess): Promise<boolean> {
  await untilReady(address, server);
  const answer = await ask(
    address,
    '{ lookup(kind: PHONE, value: "(504) 555-0142") { entities { id caption } } }',
    'investigator1',
  );
  console.log(answer);
  return /"caption":"[^"]+"/.test(answer);
}

async function refusesNobody(address: string): Promise<boolean> {
  return (await ask(address, '{ viewer { id } }', null)).includes('NOT_SIGNED_IN');
}

async function endsWell(server: ChildProcess): Promise<boolean> {
  if (server.exitCode !== null) return false;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const [code] = (await Promise.race([ended, wait(endWithin, ['late'])])) as [unknown];
  return code === 0;
}

async function ask(address: string, query: string, viewer: string | null): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(viewer === null ? {} : { 'linchpin-demo-viewer': viewer }) };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + startWithin;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}`);
    const isReady = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await wait(200);
  }
  throw new Error(`The server was not ready within ${startWithin / 1_000} s`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
