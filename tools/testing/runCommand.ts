import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Windows has no process groups to signal. */
const hasGroups = process.platform !== 'win32';

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

/**
 * Runs a command with its output shown as it comes; true when it ended well. Whoever interrupts it interrupts this
 * process as well: nothing that would come next is begun.
 */
export function runCommand({ program, args, folder = '.', env, minutes = 10 }: Command): Promise<boolean> {
  const binaries = [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env, PATH: binaries },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: hasGroups,
    });
    const endGroup = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (hasGroups) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    let interrupted = 0;
    const onSignal = (_: NodeJS.Signals, number: number): void => {
      interrupted = number;
      endGroup('SIGTERM');
    };
    const limit = setTimeout(() => {
      console.log(`${program} took longer than ${minutes} minutes and was ended`);
      endGroup('SIGKILL');
    }, minutes * 60_000);
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    const settle = (isWell: boolean): void => {
      clearTimeout(limit);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      if (interrupted > 0) process.exit(128 + interrupted);
      resolve(isWell);
    };
    child.on('error', (error) => {
      console.log(`${program} did not start: ${error.message}`);
      settle(false);
    });
    child.on('close', (code) => settle(code === 0));
  });
}
