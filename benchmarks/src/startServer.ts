import { spawnLinchpin } from '../../tools/testing/spawnLinchpin.ts';
import { residentMB } from './runLinchpin.ts';

export interface RunningServer {
  readonly url: string;
  residentMB(): number | null;
  stop(): Promise<void>;
}

/** A large store takes its time. */
const patience = 600_000;

/** The real service in a process of its own, on a data folder and a free port. */
export async function startServer(data: string): Promise<RunningServer> {
  const { url, child, stop } = await spawnLinchpin(data, patience);
  return { url, residentMB: () => residentMB(child.pid!, 'VmRSS'), stop: () => stop('SIGTERM') };
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
