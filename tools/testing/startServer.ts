import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { root } from './runCommand.ts';

export interface TestServer {
  readonly address: string;
  /** Tells it to end, as an operator would; its exit code, null when it did not end in time. */
  end(): Promise<number | null>;
  /** Ends it anyhow and takes its data folder away. */
  drop(): void;
}

const startWithin = 120_000;
const endWithin = 20_000;

/** The server in a process of its own, with the demo case in a new data folder, on a free port of loopback. */
export async function startServer(): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'linchpin-server-'));
  const port = await freePort();
  const settings = { LINCHPIN_DATA: data, LINCHPIN_PORT: String(port), LINCHPIN_STORE: 'embedded', LINCHPIN_DEMO: 'true' };
  const server = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...settings, LINCHPIN_LOG: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  const drop = (): void => {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(address, server);
  } catch (error) {
    drop();
    throw error;
  }
  return { address, end: () => endServer(server), drop };
}

async function endServer(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await Promise.race([ended, wait(endWithin, undefined, { ref: false })]);
  return server.exitCode;
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
