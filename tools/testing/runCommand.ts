import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Command {
  /** A program of `node_modules/.bin`, or any other on the path. */
  readonly program: string;
  readonly args: readonly string[];
  /** Folder below the root. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ended with everything it started after this many minutes. */
  readonly minutes?: number;
}

/** Runs a command with its output shown as it comes; true when it ended well. */
export function runCommand({ program, args, folder = '.', env, minutes = 10 }: Command): Promise<boolean> {
  const binaries = [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':');
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env, PATH: binaries },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const endGroup = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const onInterrupt = (): void => endGroup('SIGTERM');
    const limit = setTimeout(() => {
      console.log(`${program} took longer than ${minutes} minutes and was ended`);
      endGroup('SIGKILL');
    }, minutes * 60_000);
    process.once('SIGINT', onInterrupt);
    const settle = (isWell: boolean): void => {
      clearTimeout(limit);
      process.off('SIGINT', onInterrupt);
      resolve(isWell);
    };
    child.on('error', (error) => {
      console.log(`${program} did not start: ${error.message}`);
      settle(false);
    });
    child.on('close', (code) => settle(code === 0));
  });
}
