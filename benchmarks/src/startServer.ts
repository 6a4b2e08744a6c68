import { spawn } from 'node:child_process';
import { residentMB, root } from './runLinchpin.ts';

export interface RunningServer {
  readonly url: string;
  residentMB(): number | null;
  stop(): Promise<void>;
}

/** The real service in a process of its own, on a data folder and a free port. */
export async function startServer(data: string): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/main.ts'], {
    cwd: root,
    env: { ...process.env, LINCHPIN_DATA: data, LINCHPIN_PORT: '0', LINCHPIN_HOST: '127.0.0.1', LINCHPIN_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /Linchpin is ready: (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server did not start:\n${said}`)));
  });
  return {
    url,
    residentMB: () => residentMB(child.pid!, 'VmRSS'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface GraphqlAnswer<T> {
  readonly data: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks as a person of the demo. @throws Error with the first message of the answer */
export async function askServer<T>(
  url: string,
  viewer: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<T> {
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Linchpin-Demo-Viewer': viewer },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as GraphqlAnswer<T>;
  if (errors?.[0] || data === null) throw new Error(`${answer.status} ${errors?.[0]?.message ?? 'no data'}`);
  return data;
}
