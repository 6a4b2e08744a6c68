import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import { readBounds } from './readBounds.ts';
import { chooseWord as choose, refuseSetting as refuse, wholeNumber, type ReadSetting } from './readSetting.ts';
import type { ServerBounds } from './server/serverBounds.ts';

/** Settings of one process. Only this file reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Names by which browsers may reach the server, beside loopback and `host`. */
  readonly publicHosts: readonly string[];
  readonly store: StoreConfig;
  /** Folder of the embedded store and of local files, absolute. */
  readonly data: string;
  readonly analysis: AnalysisConfig;
  /** Null: as the store remembers it, and `true` for a new and empty one. */
  readonly demo: DemoSetting | null;
  /** Null: everything worth knowing, but warnings alone where a person watches. */
  readonly logLevel: LogLevel | null;
  /** How much the server takes on. */
  readonly bounds: ServerBounds;
}

export type DemoSetting = 'true' | 'false' | 'published';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** The adjacency in memory, over which paths are searched. Without it the store is asked: the same answers, later. */
export interface AnalysisConfig {
  readonly isOn: boolean;
  /** It is given up where its arrays would take more. */
  readonly mostBytes: number;
}

export type StoreConfig =
  | {
      readonly kind: 'embedded';
      /** Threads that read; by the number of cores when left out. */
      readonly readers?: number;
    }
  | { readonly kind: 'neo4j'; readonly uri: string; readonly user: string; readonly password: string; readonly database: string };

const mostAnalysisBytes = 2 ** 31;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws LinchpinError INVALID naming the variable and what would be right. */
export function readConfig(environment: Environment = process.env): Config {
  const read: ReadSetting = (name) => environment[name]?.trim() || null;
  return {
    host: read('LINCHPIN_HOST') ?? '127.0.0.1',
    port: readPort(read),
    publicHosts: (read('LINCHPIN_PUBLIC_HOSTS') ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []),
    store: readStore(read),
    analysis: readAnalysis(read('LINCHPIN_ANALYSIS') ?? 'on'),
    data: resolve(read('LINCHPIN_DATA') ?? './data'),
    demo: choose('LINCHPIN_DEMO', read('LINCHPIN_DEMO'), ['true', 'false', 'published']),
    logLevel: choose('LINCHPIN_LOG', read('LINCHPIN_LOG'), ['debug', 'info', 'warn', 'error', 'silent']),
    bounds: readBounds(read),
  };
}

function readStore(read: ReadSetting): StoreConfig {
  const kind = choose('LINCHPIN_STORE', read('LINCHPIN_STORE'), ['embedded', 'neo4j']) ?? 'embedded';
  if (kind === 'embedded') {
    const readers = read('LINCHPIN_READERS');
    return readers === null
      ? { kind }
      : { kind, readers: wholeNumber('LINCHPIN_READERS', readers, { usual: 2, least: 1, most: 16 }) };
  }
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

/** `on`, `off`, or the most memory in MiB. */
function readAnalysis(text: string): AnalysisConfig {
  const most = Math.min(mostAnalysisBytes, totalmem() / 4);
  if (/^(on|off)$/i.test(text)) return { isOn: text.toLowerCase() === 'on', mostBytes: most };
  if (/^[1-9]\d*$/.test(text)) return { isOn: true, mostBytes: Number(text) * 1_048_576 };
  throw refuse('LINCHPIN_ANALYSIS', `is ${JSON.stringify(text)}`, 'on, off, or the most memory that it may take, in MiB');
}

function readPort(read: ReadSetting): number {
  const expected = 'a number from 0 to 65535, 0 for any free port';
  return wholeNumber('LINCHPIN_PORT', read('LINCHPIN_PORT'), { usual: 4000, least: 0, most: 65_535, expected });
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
