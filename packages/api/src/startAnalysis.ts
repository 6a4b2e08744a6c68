import type { Vocabulary } from '@linchpin/schema';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { Analysis, AnalysisStatus } from './model/analysis.ts';
import { openAnalysis } from './openAnalysis.ts';
import { describeFault } from './server/describeFault.ts';
import type { WorkStore } from './store/ports/workStore.ts';

const mebibyte = 1_048_576;

interface Starting {
  readonly work: Pick<WorkStore, 'setting'>;
  readonly vocabulary: Vocabulary;
  /** Null before the server has one. */
  log(): FastifyBaseLogger | null;
}

/** Starts the analysis in the background, and tells the log how it goes. */
export async function startAnalysis(config: Config, { work, vocabulary, log }: Starting): Promise<Analysis> {
  const secret = Buffer.from((await work.setting('secret')) ?? '', 'hex');
  return openAnalysis({
    config,
    vocabulary,
    secret,
    onState: (status) => tell(status, config, log()),
    onFault: (error) => log()?.error({ fault: describeFault(error) }, 'The analysis met a fault and goes on'),
  });
}

function tell({ state, bytes, buildSeconds }: AnalysisStatus, config: Config, log: FastifyBaseLogger | null): void {
  const mostMebibytes = Math.round(config.analysis.mostBytes / mebibyte);
  if (state === 'tooLarge')
    log?.warn(
      { mostMebibytes },
      'The network does not fit into the memory of the analysis: paths are asked of the store, which takes longer. Give it more with LINCHPIN_ANALYSIS=<MiB>, or say off',
    );
  else log?.info({ state, mebibytes: Math.round(bytes / mebibyte), seconds: buildSeconds }, 'The analysis changed its state');
}
