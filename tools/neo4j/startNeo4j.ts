import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { fetchJars } from './fetchJars.ts';

export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

export const neo4jVersion = '5.26.28';
export const neo4jCache = join(import.meta.dirname, '../../.cache/neo4j');
const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];
const flags = ['-Xmx256m', ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)];
const run = promisify(execFile);
const readyWithin = 240_000;

/**
 * A real Neo4j for tests: the one that LINCHPIN_TEST_NEO4J_URI (with LINCHPIN_TEST_NEO4J_USER and _PASSWORD) names, which
 * is emptied by the tests, else a throwaway one on a free loopback port. It ends with this process, however that ends.
 */
export async function startNeo4j(): Promise<Neo4jServer | { readonly whyNot: string }> {
  const { LINCHPIN_TEST_NEO4J_URI: uri, LINCHPIN_TEST_NEO4J_USER: user, LINCHPIN_TEST_NEO4J_PASSWORD: password } = process.env;
  if (uri) return { uri, user: user ?? 'neo4j', password: password ?? '', stop: () => Promise.resolve() };
  try {
    return await startNeo4jOn(mkdtempSync(join(tmpdir(), 'linchpin-neo4j-')));
  } catch (error) {
    return { whyNot: reasonOf(error) };
  }
}

/** `neo4j-admin` of the same version on a home whose server does not run. Gives what it says. */
export async function runNeo4jAdmin(home: string, given: readonly string[]): Promise<string> {
  const jars = await fetchJars(neo4jCache, neo4jVersion);
  const conf = join(home, 'conf');
  mkdirSync(conf, { recursive: true });
  const call = [...flags, '-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', ...given];
  const { stdout } = await run('java', call, { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf }, timeout: 300_000 });
  return stdout;
}

/** A throwaway server on a home of its own, which goes with it. */
export async function startNeo4jOn(home: string): Promise<Neo4jServer> {
  const jars = await fetchJars(neo4jCache, neo4jVersion);
  const server = spawnNeo4j(jars, home);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('close', resolve));
    if (server.kill('SIGKILL')) await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const port = await portOf(server);
    return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: '', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A server over what its home holds; ask `portOf` when it is ready. Killed, it leaves its home as it is. */
export function spawnNeo4j(jars: string, home: string): ChildProcess {
  const source = join(import.meta.dirname, 'Neo4jForTests.java');
  return spawn('java', [...flags, '-cp', join(jars, '*'), source, home], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** The server says `ready <port>` once it answers; anything else is kept for the error. */
export function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`${why} ${said.slice(-500)}`.trim()));
    const timer = setTimeout(() => fail(`not ready within ${readyWithin / 1_000} s`), readyWithin);
    createInterface(server.stdout!).on('line', (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    server.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server.once('error', reject);
    server.once('close', (code) => {
      clearTimeout(timer);
      fail(`java ended with code ${code}`);
    });
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT' && 'path' in error) return `${String(error.path)} is not installed`;
  if ('cmd' in error) return `Maven could not fetch Neo4j ${neo4jVersion}`;
  return error.message.split('\n')[0]!;
}
