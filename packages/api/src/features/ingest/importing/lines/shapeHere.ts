import { coreVocabulary } from '@linchpin/schema';
import type { ReportInput } from '../../../../model/reportInput.ts';
import { privilegedNumbers } from '../../mapping/dropPrivileged.ts';
import type { BlockPreparer } from './lineBlock.ts';
import { shapeBlock } from './prepareBlock.ts';

/** For a server, which checks and prepares reports itself: lines are read, and numbers that may not leave are dropped. */
export function shapeHere(to: {
  readonly agency: string | null;
  readonly audience: string | null;
  readonly privilegedNumbers: readonly string[];
}): BlockPreparer<ReportInput> {
  const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
  const privileged = privilegedNumbers(to.privilegedNumbers, { phone, country: 'US', areaCode: undefined });
  const rights = { groupsOf: null, agency: to.agency, audience: to.audience };
  return {
    depth: 2,
    prepare: async (block) => shapeBlock(block, { rights, privileged }),
    close: async () => {},
  };
}
