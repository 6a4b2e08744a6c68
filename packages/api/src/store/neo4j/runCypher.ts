import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type QueryResult, type Session, type Transaction } from 'neo4j-driver';
import { LinchpinError } from '../../model/errors.ts';
import type { OutagePatience } from '../ports/outagePatience.ts';
import { toBoltRecord, type Parameters } from './parameters.ts';
import { Pulse, Silence } from './pulse.ts';
import { fateUnknown, isOutOfReach, isWorthRetrying, translateError } from './translateError.ts';

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
/** Milliseconds that a question has, as over the embedded store. */
export const readTimeout = 30_000;
const writeTimeout = 60_000;
const streamTimeout = 300_000;
/** The server ends what takes too long; where not even that is heard, it is left so much later. */
const grace = 1_000;

/** One try at something over one session. */
interface Attempt {
  readonly isAgain: boolean;
  /** Whoever asked was told that nothing came of it: nothing more may be done. */
  isAbandoned: boolean;
}

type Work<T> = (session: Session, at: Attempt) => Promise<T>;

interface AttemptOptions {
  readonly mode: typeof neo4j.session.READ;
  /** Milliseconds; null: as long as the server answers at all. */
  readonly most: number | null;
}

/**
 * All talk with the server: parameters only, a timeout on every transaction, own retries (the driver's pause doubles to
 * 8 s), and bookmarks, so that whoever wrote reads it also from another member of a cluster.
 */
export class Cypher {
  readonly #settings: Neo4jSettings;
  readonly #database: string | undefined;
  readonly #bookmarks = neo4j.bookmarkManager();
  readonly #pulse = new Pulse(() => this.#greet());
  readonly #outage: OutagePatience | null;
  #driver: Driver;
  #hasAnswered = false;
  #isAway = false;

  constructor(settings: Neo4jSettings, outage: OutagePatience | null = null) {
    this.#settings = settings;
    this.#outage = outage;
    this.#driver = connect(settings);
    this.#database = settings.database ?? undefined;
  }

  /** One statement that reads: a single round trip. @param most milliseconds that it has */
  read<T extends object>(cypher: string, parameters: Parameters = {}, most = readTimeout): Promise<T[]> {
    return this.#attempt({ mode: neo4j.session.READ, most: most + grace }, async (session) =>
      rowsOf<T>(await session.run(cypher, toBoltRecord(parameters), { timeout: Math.ceil(most) })),
    );
  }

  /** Statements that read and have this long, in milliseconds, all together. */
  readingFor(most: number): Pick<Cypher, 'read'> {
    const end = performance.now() + most;
    return {
      read: async <T extends object>(cypher: string, parameters?: Parameters) => {
        const left = end - performance.now();
        if (left < 1) throw translateError(new Silence('the work'));
        return this.read<T>(cypher, parameters, left);
      },
    };
  }

  /**
   * Everything in `work` or nothing. At least once: a commit whose answer was lost is tried again (`isAgain`), so `work`
   * must recognise what it wrote before.
   * @param most milliseconds that the server gives the transaction, locks of others included
   * @throws LinchpinError UNAVAILABLE, which says so where the commit was sent and nobody knows what became of it
   */
  async write<T>(work: (transaction: WriteTransaction, isAgain: boolean) => Promise<T>, most = writeTimeout): Promise<T> {
    let isSent = false;
    const attempt: Work<T> = async (session, at) => {
      const transaction = await session.beginTransaction({ timeout: most });
      try {
        const result = await work(statementsOf(transaction, at), at.isAgain);
        if (at.isAbandoned) throw new Silence('the server');
        isSent = true;
        await transaction.commit();
        return result;
      } finally {
        if (transaction.isOpen()) await transaction.rollback().catch(() => {});
      }
    };
    try {
      return await this.#attempt({ mode: neo4j.session.WRITE, most: most + grace }, attempt);
    } catch (error) {
      const cause = error instanceof LinchpinError ? error.cause : error;
      throw isSent && isOutOfReach(cause) ? fateUnknown(cause) : error;
    }
  }

  /** A statement outside any transaction of ours: schema, `CALL ... IN TRANSACTIONS`. */
  async runAlone<T extends object>(cypher: string, parameters: Parameters = {}): Promise<T[]> {
    return this.#attempt({ mode: neo4j.session.WRITE, most: null }, async (session) =>
      rowsOf<T>(await session.run(cypher, toBoltRecord(parameters))),
    );
  }

  /**
   * One statement that reads, a few rows at a time: what it returns need not fit into memory. Not tried again: whoever
   * reads has rows already.
   */
  async *stream<T extends object>(cypher: string, parameters: Parameters = {}, rowsAtOnce = 4): AsyncGenerator<T> {
    const session = this.#session(neo4j.session.READ, rowsAtOnce);
    try {
      const rows = session.run(cypher, toBoltRecord(parameters), { timeout: streamTimeout })[Symbol.asyncIterator]();
      for (;;) {
        const { value, done = false } = await this.#pulse.during(rows.next(), streamTimeout + grace);
        if (done) return;
        yield (value as QueryResult['records'][number]).toObject() as T;
      }
    } catch (error) {
      throw translateError(error);
    } finally {
      closeSoon(session);
    }
  }

  /** Waits a moment for the server to hear of it, not for ever. */
  async close(): Promise<void> {
    await Promise.race([this.#driver.close(), pause(grace, undefined, { ref: false })]);
  }

  async #attempt<T>({ mode, most }: AttemptOptions, work: Work<T>): Promise<T> {
    const begun = Date.now();
    let failed: number | null = null;
    for (let delay = shortestPause; ; delay = Math.min(delay * 2, longestPause)) {
      const driver = this.#driver;
      const at: Attempt = { isAgain: delay > shortestPause, isAbandoned: false };
      try {
        await this.#pulse.begin();
        const session = this.#session(mode);
        const answer = await this.#pulse.during(workThenClose(session, at, work), most);
        this.#answered();
        return answer;
      } catch (error) {
        at.isAbandoned = true;
        if (error instanceof Silence) this.#leave(driver, error);
        failed ??= Date.now();
        if (!this.#mayWait(error, { begun, failed, delay })) throw translateError(error);
      }
      await pause(delay);
    }
  }

  #answered(): void {
    this.#hasAnswered = true;
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#outage?.onOutage(false);
  }

  /** Whether there is another attempt after a pause. */
  #mayWait(
    error: unknown,
    { begun, failed, delay }: { readonly begun: number; readonly failed: number; readonly delay: number },
  ): boolean {
    const isAway = isOutOfReach(error) && !(error instanceof Silence && error.of === 'the work');
    if (isWorthRetrying(error) && Date.now() - begun + delay <= patience) return true;
    if (isAway && !(error instanceof Silence)) this.#pulse.missed();
    if (!this.#outage || !this.#hasAnswered || !(isAway || isWorthRetrying(error))) return false;
    if (Date.now() - failed + delay > this.#outage.patience) return false;
    if (!this.#isAway) this.#outage.onOutage(true);
    this.#isAway = true;
    return true;
  }

  #session(defaultAccessMode: typeof neo4j.session.READ, fetchSize?: number): Session {
    return this.#driver.session({ database: this.#database, defaultAccessMode, bookmarkManager: this.#bookmarks, fetchSize });
  }

  /** Connections that nothing came back over would be counted as in use for ever. */
  #leave(driver: Driver, { of }: Silence): void {
    if (of === 'the work' || this.#driver !== driver) return;
    this.#driver = connect(this.#settings);
    driver.close().catch(() => {});
  }

  /** A greeting, and no statement: one that was just started takes seconds to plan its first. Any answer will do, a refusal too. */
  async #greet(): Promise<void> {
    const driver = connect(this.#settings);
    try {
      await driver.getServerInfo({ database: this.#database });
    } catch (error) {
      if (isOutOfReach(error)) throw error;
    } finally {
      driver.close().catch(() => {});
    }
  }
}

function connect({ uri, user, password }: Neo4jSettings): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
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
}

function statementsOf(transaction: Transaction, at: Attempt): WriteTransaction {
  return {
    run: async <T extends object>(cypher: string, parameters: Parameters = {}) => {
      if (at.isAbandoned) throw new Silence('the server');
      return rowsOf<T>(await transaction.run(cypher, toBoltRecord(parameters)));
    },
  };
}

async function workThenClose<T>(session: Session, at: Attempt, work: Work<T>): Promise<T> {
  try {
    return await work(session, at);
  } finally {
    await session.close();
  }
}

/** Nobody waits for a connection that may be dead. */
function closeSoon(session: Session): void {
  session.close().catch(() => {});
}

/** Whoever asks names the columns: the statement beside it returns them. */
function rowsOf<T extends object>(result: QueryResult): T[] {
  return result.records.map((record) => record.toObject() as T);
}
