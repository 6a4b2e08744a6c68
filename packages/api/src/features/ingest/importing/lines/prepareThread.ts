import { parentPort, workerData } from 'node:worker_threads';
import { coreVocabulary } from '@linchpin/schema';
import { publicIds } from '../../../../model/publicIds.ts';
import { privilegedNumbers } from '../../mapping/dropPrivileged.ts';
import type { LineBlock } from './lineBlock.ts';
import { prepareBlock } from './prepareBlock.ts';
import type { ThreadAnswer, ThreadData } from './prepareInThreads.ts';

/** The thread's own end: a block in, the prepared block out. */
const { secret, rights, privilegedNumbers: numbers } = workerData as ThreadData;
const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
const context = {
  vocabulary: coreVocabulary,
  ids: publicIds(Buffer.from(secret)),
  rights,
  privileged: privilegedNumbers(numbers, { phone, country: 'US', areaCode: undefined }),
  now: Date.now,
};

parentPort?.on('message', (block: LineBlock) => {
  parentPort?.postMessage(answer(block));
});

function answer(block: LineBlock): ThreadAnswer {
  try {
    return { block: prepareBlock(block, context) };
  } catch (error) {
    return { error: `A block of lines could not be prepared: ${error instanceof Error ? error.message : String(error)}` };
  }
}
