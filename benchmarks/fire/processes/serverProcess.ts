import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const repository = join(import.meta.dirname, '../../..');

/** A process of the product, as an operator starts it. */
export interface ProductProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far, errors among it. */
  output(): string;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it without warning, wherever it stands. */
  kill(): Promise<void>;
}

export interface ServerProcess extends ProductProcess {
  readonly address: string;
}

export type Settings = Readonly<Record<string, string>>;

const readyWithin = 240_000;
const alive = new Set<ProductProcess>();

/** Ends whatever a round left running. */
export async function killAll(): Promise<void> {
  await Promise.all([...alive].map((one) => one.kill()));
}

export function startProcess(script: string, args: readonly string[], settings: Settings): ProductProcess {
  const shown: string[] = [];
  const child = spawn(process.execPath, ['--import', 'tsx', join(repository, script), ...args], {
    cwd: repository,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const started = { child, ended, kill, output: () => shown.join('') };
  alive.add(started);
  void ended.then(() => alive.delete(started));
  return started;
}

/** The command line: `linchpin import ...`. */
export function startCommand(args: readonly string[], settings: Settings): ProductProcess {
  return startProcess('packages/api/src/cli/linchpin.ts', args, settings);
}

/** Runs a command to its end. */
export async function runCommand(args: readonly string[], settings: Settings): Promise<{ code: number | null; output: string }> {
  const command = startCommand(args, settings);
  return { code: await command.ended, output: command.output() };
}

/** The server, ready to answer on a free port of loopback. @throws Error with what it said where it does not get ready */
export async function startServer(settings: Settings): Promise<ServerProcess> {
  const server = launchServer(settings);
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && server.child.exitCode === null) {
    const address = /Linchpin is ready: (\S+)/.exec(server.output())?.[1];
    if (address) return { ...server, address };
    await wait(10);
  }
  await server.kill();
  throw new Error(`The server did not get ready: ${server.output()}`);
}

/** The server, not yet ready. */
export function launchServer(settings: Settings): ProductProcess {
  return startProcess('packages/api/src/main.ts', [], { LINCHPIN_PORT: '0', LINCHPIN_LOG: 'warn', ...settings });
}
