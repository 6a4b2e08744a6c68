import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const patience = 90_000;

export interface RunningLinchpin {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real server with the demo case, on a data folder and a port of its own. */
export async function startLinchpin(): Promise<RunningLinchpin> {
  const data = mkdtempSync(join(tmpdir(), 'linchpin-e2e-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_HOST: '127.0.0.1', LINCHPIN_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`Linchpin did not start (${why}):\n${said}`));
    const timer = setTimeout(() => fail('too slow'), patience);
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      const address = /Linchpin is ready: (\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail('it ended'));
  });
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
