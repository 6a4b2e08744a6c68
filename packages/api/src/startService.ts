import { join } from 'node:path';
import { coreVocabulary, type Vocabulary } from '@linchpin/schema';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { delayNotices } from './delayNotices.ts';
import type { Analysis } from './model/analysis.ts';
import { LinchpinError } from './model/errors.ts';
import { openStores } from './openStores.ts';
import { createServer } from './server/createServer.ts';
import { describeFault } from './server/describeFault.ts';
import { isLoopbackName } from './server/isLoopback.ts';
import type { DemoMode, ServerOptions } from './server/serverOptions.ts';
import { settleDemo } from './settleDemo.ts';
import { startAnalysis } from './startAnalysis.ts';

export interface RunningService {
  /** Where it answers: `http://127.0.0.1:4000`. */
  readonly address: string;
  readonly demo: DemoMode;
  /** Takes nothing new, finishes what it is answering, closes the stores. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly vocabulary?: Vocabulary;
  readonly explorerFolder?: string;
  readonly logStream?: ServerOptions['logStream'];
}

const builtExplorer = join(import.meta.dirname, '../../explorer/dist');

/** @throws LinchpinError with one clear line: settings, data folder, port. */
export async function startService(config: Config, options: StartOptions = {}): Promise<RunningService> {
  refuseOpenDemo(config, config.demo === 'true');
  const vocabulary = options.vocabulary ?? coreVocabulary;
  const stores = await openStores(config, vocabulary, { inThreads: true });
  let analysis: Analysis | null = null;
  const closeStores = async (): Promise<void> => {
    try {
      await analysis?.close();
    } finally {
      await stores.close();
    }
  };
  try {
    const demo = await settleDemo({ stores, vocabulary, asked: config.demo });
    refuseOpenDemo(config, demo === 'loopback');
    let log: FastifyInstance['log'] | null = null;
    const work = delayNotices(stores.work, (error) => log?.error({ fault: describeFault(error) }, 'A notice was not written'));
    analysis = await startAnalysis(config, { work, vocabulary, log: () => log });
    const app = await createServer({
      services: {
        ...stores,
        work,
        analysis,
        vocabulary,
        now: Date.now,
        onFault: ({ error, ...where }) => log?.error({ ...where, fault: describeFault(error) }, 'A use-case failed'),
      },
      demo,
      logLevel: config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'),
      logStream: options.logStream,
      bounds: config.bounds,
      publicHosts: [...config.publicHosts, config.host.toLowerCase()],
      explorerFolder: options.explorerFolder ?? builtExplorer,
    });
    log = app.log;
    const address = await listen(app, config);
    return {
      address,
      demo,
      async close() {
        try {
          await app.close();
          await work.close();
        } finally {
          await closeStores();
        }
      },
    };
  } catch (error) {
    await closeStores();
    throw error;
  }
}

/** Demo people have no passwords: nobody else may reach them. */
function refuseOpenDemo({ host }: Config, isDemo: boolean): void {
  if (!isDemo || isLoopbackName(host.toLowerCase())) return;
  throw new LinchpinError(
    'INVALID',
    `LINCHPIN_HOST is ${host}: demo mode listens on 127.0.0.1 only. Set LINCHPIN_DEMO=false, or published where the port itself is bound to loopback`,
  );
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE')
      throw unavailable(`Port ${port} on ${host} is taken. Stop what uses it, or choose another with LINCHPIN_PORT`, error);
    if (code === 'EACCES')
      throw unavailable(`Port ${port} may not be used by this user. Choose one above 1023 with LINCHPIN_PORT`, error);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw unavailable(`${host} is no address of this machine. Choose another with LINCHPIN_HOST`, error);
    throw error;
  }
}

function unavailable(message: string, cause: unknown): LinchpinError {
  return new LinchpinError('UNAVAILABLE', message, [], { cause });
}
