import { coreVocabulary } from '@linchpin/schema';
import { runContextWith } from '../../../gate/testing/runContextWith.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { referenceModel } from '../../../store/contract/referenceModel.ts';
import type { GraphStore } from '../../../store/ports/graphStore.ts';
import type { ImportOptions } from '../importing/importFiles.ts';
import { importReports } from '../importing/importReports.ts';
import type { ImportBalance } from '../importing/importRun.ts';
import { readMapping } from '../mapping/readMapping.ts';
import { importFolder } from './importFolder.ts';

export const now = Date.UTC(2024, 4, 20, 12);
const directory = {
  agencies: [{ id: 'BAYOU-SO', name: 'Bayou', contact: 'desk', jurisdictions: [] }],
  groups: [{ id: 'GULF-TF', name: 'Gulf', agencies: ['BAYOU-SO'] }],
  jurisdictions: [],
  users: [],
};

export function importHarness(graph: GraphStore = referenceModel(coreVocabulary)) {
  const ids = publicIds(Buffer.alloc(32, 7));
  const context = runContextWith({
    graph,
    ids,
    vocabulary: coreVocabulary,
    now: () => now,
    directory: async () => directory,
  });
  return {
    graph,
    /** Imports a folder; the sink may be wrapped, the numbers to drop named. */
    async run(
      mapping: unknown,
      folder: string,
      { isDryRun, ...options }: Partial<ImportOptions> & { readonly isDryRun?: boolean } = {},
    ): Promise<ImportBalance> {
      return importFolder({ mapping: readMapping(JSON.stringify(mapping)), folder, context, isDryRun, options });
    },
    sink: (): ImportOptions['sink'] => ({
      take: (reports) =>
        importReports.run(context, { agency: 'BAYOU-SO', audience: null, mapping: 'test', isDryRun: false, reports }),
    }),
  };
}
