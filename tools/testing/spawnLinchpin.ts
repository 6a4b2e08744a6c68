import { spawn, type ChildProcess } from 'node:child_process';
import { root } from './runCommand.ts';

const usualPatience = 90_000;

export interface SpawnedLinchpin {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves when it has ended. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

/**
 * The real service with the demo case in a process of its own, on a data folder and a free port of loopback, once it is
 * ready. `patience` in milliseconds. @throws Error with what it said, where it ends or takes too long
 */
export async function spawnLinchpin(data: string, patience = usualPatience): Promise<SpawnedLinchpin> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_HOST: '127.0.0.1', LINCHPIN_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`Linchpin did not start (${why}):\n${said}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('too slow');
    }, patience);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /Linchpin is ready: (\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      // What it says from here on is nobody's business, but must not fill the pipe.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', hear).resume();
      resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      clearTimeout(timer);
      fail('it ended');
    });
  });
  return {
    url,
    child,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
