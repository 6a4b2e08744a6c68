import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importPrepared } from '@linchpin/api/src/features/ingest/importing/importPrepared.ts';
import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import { importLines } from '@linchpin/api/src/features/ingest/importing/lines/importLines.ts';
import { prepareBlock } from '@linchpin/api/src/features/ingest/importing/lines/prepareBlock.ts';
import { privilegedNumbers } from '@linchpin/api/src/features/ingest/mapping/dropPrivileged.ts';
import { coreVocabulary } from '@linchpin/schema';
import { fuzzContext, fuzzIds } from './fuzzContext.ts';
import type { FuzzStore } from './tryImport.ts';

const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
const context = {
  vocabulary: coreVocabulary,
  ids: fuzzIds,
  rights: { groupsOf: new Map([['BAYOU-SO', ['GULF-TF']]]), agency: null, audience: null },
  privileged: privilegedNumbers(['+1 504 555 0142'], { phone, country: 'US', areaCode: undefined }),
  now: Date.now,
};

/** Imports every file of a folder as lines of JSON, prepared in this thread. */
export function importFuzzedLines(folder: string, store: FuzzStore): Promise<ImportBalance> {
  return importLines({
    files: readdirSync(folder).map((name) => ({ name, path: join(folder, name) })),
    preparer: { depth: 2, prepare: async (block) => prepareBlock(block, context), close: async () => {} },
    take: (reports) =>
      importPrepared.run(fuzzContext(store), {
        reports,
        source: 'fuzz',
        isDryRun: false,
        add: (some: typeof reports) => store.addReports(some),
      }),
    onReject: async () => {},
    onProgress: () => {},
  });
}
