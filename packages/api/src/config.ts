import { resolve } from 'node:path';
import { LinchpinError } from './model/errors.ts';

/** Settings of one process. Only this file reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Names by which browsers may reach the server, beside loopback and `host`. */
  readonly publicHosts: readonly string[];
  readonly store: StoreConfig;
  /** Folder of the embedded store and of local files, absolute. */
  readonly data: string;
  /** Null: as the store remembers it, and `true` for a new and empty one. */
  readonly demo: DemoSetting | null;
  /** Null: everything worth knowing, but warnings alone where a person watches. */
  readonly logLevel: LogLevel | null;
}

export type DemoSetting = 'true' | 'false' | 'published';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type StoreConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'neo4j'; readonly uri: string; readonly user: string; readonly password: string; readonly database: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws LinchpinError INVALID naming the variable and what would be right. */
export function readConfig(environment: Environment = process.env): Config {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  return {
    host: read('LINCHPIN_HOST') ?? '127.0.0.1',
    port: readPort(read('LINCHPIN_PORT') ?? '4000'),
    publicHosts: (read('LINCHPIN_PUBLIC_HOSTS') ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []),
    store: readStore(read),
    data: resolve(read('LINCHPIN_DATA') ?? './data'),
    demo: choose('LINCHPIN_DEMO', read('LINCHPIN_DEMO'), ['true', 'false', 'published']),
    logLevel: choose('LINCHPIN_LOG', read('LINCHPIN_LOG'), ['debug', 'info', 'warn', 'error', 'silent']),
  };
}

function readStore(read: (name: string) => string | null): StoreConfig {
  const kind = choose('LINCHPIN_STORE', read('LINCHPIN_STORE'), ['embedded', 'neo4j']) ?? 'embedded';
  if (kind === 'embedded') return { kind };
  const password = read('NEO4J_PASSWORD');
  if (password === null) throw refuse('NEO4J_PASSWORD', 'is not set', 'the password of the Neo4j user');
  return {
    kind,
    uri: read('NEO4J_URI') ?? 'neo4j://127.0.0.1:7687',
    user: read('NEO4J_USER') ?? 'neo4j',
    password,
    database: read('NEO4J_DATABASE') ?? 'neo4j',
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw refuse('LINCHPIN_PORT', `is ${JSON.stringify(text)}`, 'a number from 0 to 65535, 0 for any free port');
}

function choose<W extends string>(name: string, value: string | null, words: readonly W[]): W | null {
  if (value === null) return null;
  const word = words.find((candidate) => candidate === value.toLowerCase());
  if (word === undefined) throw refuse(name, `is ${JSON.stringify(value)}`, `one of ${words.join(', ')}`);
  return word;
}

function refuse(name: string, problem: string, expected: string): LinchpinError {
  return new LinchpinError('INVALID', `${name} ${problem}; expected ${expected}`, [{ path: name, message: problem, expected }]);
}

/** What only the command line reads. */
export interface CommandEnvironment {
  /** Folder in which the command was typed: paths are relative to it. The package manager runs scripts in another. */
  readonly folder: string;
  /** Key for a running server. */
  readonly key: string | null;
}

export function readCommandEnvironment(environment: Environment = process.env): CommandEnvironment {
  return { folder: environment['INIT_CWD']?.trim() || process.cwd(), key: environment['LINCHPIN_KEY']?.trim() || null };
}
