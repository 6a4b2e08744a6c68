import { parentPort, workerData } from 'node:worker_threads';
import { coreVocabulary } from '@linchpin/schema';
import type { PreparedReport } from '../../../../model/prepared.ts';
import { publicIds, type PublicIds } from '../../../../model/publicIds.ts';
import { privilegedNumbers } from '../../mapping/dropPrivileged.ts';
import type { LineBlock } from './lineBlock.ts';
import { prepareBlock } from './prepareBlock.ts';
import type { ThreadAnswer, ThreadData } from './prepareInThreads.ts';

/**
 * A preparing thread's own end: a block in, the prepared block out.
 * @param finish what a prepared report is sent as
 */
export function answerBlocks<R>(finish: (report: PreparedReport, ids: PublicIds) => R): void {
  const { secret, rights, privilegedNumbers: numbers } = workerData as ThreadData;
  const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
  const ids = publicIds(Buffer.from(secret));
  const privileged = privilegedNumbers(numbers, { phone, country: 'US', areaCode: undefined });
  const context = { vocabulary: coreVocabulary, ids, rights, privileged, now: Date.now };

  function answer(block: LineBlock): ThreadAnswer {
    try {
      const prepared = prepareBlock(block, context);
      // One text is handed over, and read again, in half of the time that its many small parts take.
      return { block: JSON.stringify({ ...prepared, reports: prepared.reports.map((report) => finish(report, ids)) }) };
    } catch (error) {
      return { error: `A block of lines could not be prepared: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  parentPort?.on('message', (block: LineBlock) => parentPort?.postMessage(answer(block)));
}
