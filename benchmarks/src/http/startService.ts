import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Started {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the checkout that is run: another one beside this is the state before a change. */
  readonly root: string;
  readonly nodeOptions?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** The service as people run it, in a process of its own, over the demo case in a new folder. */
export async function startService({ root, nodeOptions = [], settings = {} }: StartOptions): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), 'linchpin-http-'));
  const child = spawn(process.execPath, [...nodeOptions, '--import', 'tsx', 'packages/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_LOG: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /(http:\/\/\S+)/.exec((said += chunk.toString()));
      if (found) resolve(found[1]!);
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${said}`)));
  });
  return {
    url,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
