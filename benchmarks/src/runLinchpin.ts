import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  readonly seconds: number;
  /** Largest resident set seen, MB; null where the system does not tell. */
  readonly peakMB: number | null;
}

/** Runs the command line as a process of its own and watches its memory. */
export async function runLinchpin(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'packages/api/src/cli/linchpin.ts'), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  let peakMB: number | null = null;
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (error += text.toString()));
  const watch = setInterval(() => (peakMB = residentMB(child.pid!, 'VmHWM') ?? peakMB), 250);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, out, error, seconds: (performance.now() - started) / 1_000, peakMB };
}

/** @param line VmRSS: now; VmHWM: the most there was */
export function residentMB(pid: number, line: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Math.round(Number(found[1]) / 1_024) : null;
  } catch {
    return null;
  }
}
