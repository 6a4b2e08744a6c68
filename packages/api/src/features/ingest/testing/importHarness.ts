import { tmpdir } from 'node:os';
import { coreVocabulary } from '@linchpin/schema';
import type { RunContext } from '../../../gate/useCase.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { openStaging } from '../../../store/embedded/openStaging.ts';
import { referenceModel } from '../../../store/contract/referenceModel.ts';
import type { GraphStore } from '../../../store/ports/graphStore.ts';
import { findFiles } from '../files/findFiles.ts';
import { importFiles, type ImportOptions } from '../importing/importFiles.ts';
import { importReports } from '../importing/importReports.ts';
import type { ImportBalance } from '../importing/importRun.ts';
import type { Mapping } from '../mapping/mappingShape.ts';
import { readMapping } from '../mapping/readMapping.ts';

export const now = Date.UTC(2024, 4, 20, 12);
const directory = {
  agencies: [{ id: 'BAYOU-SO', name: 'Bayou', contact: 'desk', jurisdictions: [] }],
  groups: [{ id: 'GULF-TF', name: 'Gulf', agencies: ['BAYOU-SO'] }],
  jurisdictions: [],
  users: [],
};

export function importHarness(graph: GraphStore = referenceModel(coreVocabulary)) {
  const ids = publicIds(Buffer.alloc(32, 7));
  const context = {
    graph,
    ids,
    vocabulary: coreVocabulary,
    now: () => now,
    directory: async () => directory,
  } as unknown as RunContext;
  return {
    graph,
    /** Imports a folder; the sink may be wrapped, the numbers to drop named. */
    async run(
      mapping: unknown,
      folder: string,
      more: Partial<ImportOptions> & { readonly isDryRun?: boolean } = {},
    ): Promise<ImportBalance> {
      const read: Mapping = readMapping(JSON.stringify(mapping));
      const staging = openStaging(tmpdir());
      const { isDryRun = false, ...options } = more;
      const batch = { agency: 'BAYOU-SO', audience: null, mapping: read.name, isDryRun };
      try {
        return await importFiles({
          mapping: read,
          files: await findFiles(read, [folder]),
          agency: 'BAYOU-SO',
          audience: null,
          privilegedNumbers: [],
          vocabulary: coreVocabulary,
          staging,
          bytes: 0,
          sink: { take: (reports) => importReports.run(context, { ...batch, reports }) },
          onProgress: () => {},
          ...options,
        });
      } finally {
        await staging.close();
      }
    },
    sink: (): ImportOptions['sink'] => ({
      take: (reports) =>
        importReports.run(context, { agency: 'BAYOU-SO', audience: null, mapping: 'test', isDryRun: false, reports }),
    }),
  };
}
