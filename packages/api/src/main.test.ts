import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-main-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Address, once it says that it is ready. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** The service as a process of its own, on a free port and without the demo case unless the settings say otherwise. */
function run(settings: Record<string, string> = {}): Run {
  const defaults = { LINCHPIN_DATA: join(folder, 'data'), LINCHPIN_PORT: '0', LINCHPIN_DEMO: 'false', LINCHPIN_LOG: 'warn' };
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], ...defaults, ...settings },
    cwd: join(import.meta.dirname, '..'),
  });
  started.push(child);
  const said = { stdout: '', stderr: '' };
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
      const address = /Linchpin is ready: (\S+)/.exec(said.stdout)?.[1];
      if (address) resolve(address);
    });
    void ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  ready.catch(() => {});
  return { child, ready, ended };
}

test('it starts, answers, and ends with 0 when it is told to', async () => {
  const { child, ready, ended } = run();
  const address = await ready;
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

interface Overlapping {
  readonly data?: { readonly overlaps: { readonly edges: readonly unknown[] } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

test('told to end in the middle, it finishes what it is answering, refuses what is new, and ends with 0 in time', async () => {
  const { child, ready, ended } = run({ LINCHPIN_DEMO: 'true' });
  const address = await ready;
  const ask = async (): Promise<number | string> => {
    const headers = { 'content-type': 'application/json', 'linchpin-demo-viewer': 'investigator1' };
    const body = '{"query":"{ overlaps(first: 100) { edges { node { entity { id linkCounts { links } } } } } }"}';
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body }).catch(() => null);
    if (!response) return 'refused';
    const { data, errors } = (await response.json()) as Overlapping;
    return data?.overlaps.edges.length ?? `${response.status} ${errors?.[0]?.extensions.code}`;
  };
  const whole = await ask();
  const asked = Array.from({ length: 40 }, ask);
  await Promise.race(asked);
  const started = performance.now();
  child.kill('SIGTERM');
  const late = await new Promise<number | string>((resolve) => setTimeout(() => resolve(ask()), 300));
  const answers = [...(await Promise.all(asked)), late];
  // What had reached it is answered whole, and what had not is refused: nothing is half, nothing else is said.
  for (const answer of answers) expect([whole, 'refused', '503 UNAVAILABLE']).toContain(answer);
  expect(answers.filter((answer) => answer === whole).length).toBeGreaterThan(1);
  expect((await ended).code).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await ask()).toBe('refused');
});

test('an interrupt ends it as well, and the folder is free again at once', async () => {
  const first = run();
  await first.ready;
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(0);
  await run().ready;
});

test('a folder held by another process is refused in one clear line, and free again after a crash', async () => {
  const first = run();
  await first.ready;
  const second = await run().ended;
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(/^The data folder .* is held by another Linchpin process\..*LINCHPIN_DATA\.\n$/);
  first.child.kill('SIGKILL');
  await first.ended;
  await run().ready;
});

test('a port that is taken is refused in one clear line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await run({ LINCHPIN_PORT: String(port) }).ended;
  expect([code, stderr]).toEqual([
    1,
    `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another with LINCHPIN_PORT\n`,
  ]);
  other.close();
});

test('a data folder that cannot be written is refused in one clear line', async () => {
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  const { code, stderr } = await run().ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^The data folder .* cannot be written\. .*LINCHPIN_DATA\.\n$/)]);
});

test.each([
  [{ LINCHPIN_PORT: 'http' }, /^LINCHPIN_PORT is "http"; expected a number/],
  [{ LINCHPIN_STORE: 'oracle' }, /^LINCHPIN_STORE is "oracle"; expected one of embedded, neo4j/],
  [{ LINCHPIN_STORE: 'neo4j' }, /^NEO4J_PASSWORD is not set/],
  [{ LINCHPIN_DEMO: 'true', LINCHPIN_HOST: '0.0.0.0' }, /demo mode listens on 127\.0\.0\.1 only/],
])('settings that cannot be are refused before anything is opened: %j', async (settings, line) => {
  const { code, stderr } = await run(settings).ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(line)]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
