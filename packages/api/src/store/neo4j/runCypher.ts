import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session } from 'neo4j-driver';
import { toBoltRecord, type Parameters } from './parameters.ts';
import { isWorthRetrying, translateError } from './translateError.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Null: the server's default. */
  readonly database: string | null;
}

/** Statements of one write. Rows come as objects; integers as numbers. */
export interface WriteTransaction {
  run<T extends object>(cypher: string, parameters?: Parameters): Promise<T[]>;
}

/** For people: after this no new attempt is begun, so that an answer or a clear error comes within 5 s of an outage. */
const patience = 2_500;
const shortestPause = 50;
const longestPause = 1_000;
const readTimeout = 20_000;
const writeTimeout = 60_000;
const streamTimeout = 300_000;

/**
 * All talk with the server: parameters only, a timeout on every transaction, own retries (the driver's pause doubles to
 * 8 s), and bookmarks, so that whoever wrote reads it also from another member of a cluster.
 */
export class Cypher {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #bookmarks = neo4j.bookmarkManager();

  constructor(settings: Neo4jSettings) {
    this.#driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 2_000,
      connectionAcquisitionTimeout: 4_000,
      connectionLivenessCheckTimeout: 30_000,
      maxTransactionRetryTime: 0,
      telemetryDisabled: true,
      // A kind that nothing has been linked by yet is no news.
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'linchpin',
    });
    this.#database = settings.database ?? undefined;
  }

  /** One statement that reads: a single round trip. */
  read<T extends object>(cypher: string, parameters: Parameters = {}): Promise<T[]> {
    return this.#attempt(neo4j.session.READ, async (session) =>
      rowsOf<T>(await session.run(cypher, toBoltRecord(parameters), { timeout: readTimeout })),
    );
  }

  /**
   * Everything in `work` or nothing. At least once: a commit whose answer was lost is tried again (`isAgain`), so `work`
   * must recognise what it wrote before.
   */
  write<T>(work: (transaction: WriteTransaction, isAgain: boolean) => Promise<T>): Promise<T> {
    return this.#attempt(neo4j.session.WRITE, (session, isAgain) =>
      session.executeWrite((transaction) => work(statementsOf(transaction), isAgain), { timeout: writeTimeout }),
    );
  }

  /** A statement outside any transaction of ours: schema, `CALL ... IN TRANSACTIONS`. */
  async runAlone<T extends object>(cypher: string, parameters: Parameters = {}): Promise<T[]> {
    return this.#attempt(neo4j.session.WRITE, async (session) => rowsOf<T>(await session.run(cypher, toBoltRecord(parameters))));
  }

  /**
   * One statement that reads, a few rows at a time: what it returns need not fit into memory. Not tried again: whoever
   * reads has rows already.
   */
  async *stream<T extends object>(cypher: string, parameters: Parameters = {}, rowsAtOnce = 4): AsyncGenerator<T> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.READ,
      bookmarkManager: this.#bookmarks,
      fetchSize: rowsAtOnce,
    });
    try {
      const result = session.run(cypher, toBoltRecord(parameters), { timeout: streamTimeout });
      for await (const record of result) yield record.toObject() as T;
    } catch (error) {
      throw translateError(error);
    } finally {
      await session.close();
    }
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #attempt<T>(mode: typeof neo4j.session.READ, work: (session: Session, isAgain: boolean) => Promise<T>): Promise<T> {
    const begun = Date.now();
    for (let delay = shortestPause; ; delay = Math.min(delay * 2, longestPause)) {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode: mode,
        bookmarkManager: this.#bookmarks,
      });
      try {
        return await work(session, delay > shortestPause);
      } catch (error) {
        if (!isWorthRetrying(error) || Date.now() - begun + delay > patience) throw translateError(error);
      } finally {
        await session.close();
      }
      await pause(delay);
    }
  }
}

function statementsOf(transaction: ManagedTransaction): WriteTransaction {
  return {
    run: async <T extends object>(cypher: string, parameters: Parameters = {}) =>
      rowsOf<T>(await transaction.run(cypher, toBoltRecord(parameters))),
  };
}

/** Whoever asks names the columns: the statement beside it returns them. */
function rowsOf<T extends object>(result: QueryResult): T[] {
  return result.records.map((record) => record.toObject() as T);
}
