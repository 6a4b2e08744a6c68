import { coreVocabulary } from '@linchpin/schema';
import type { RunContext } from '../../../gate/useCase.ts';
import type { PreparedReport } from '../../../model/prepared.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { referenceModel } from '../../../store/contract/referenceModel.ts';
import { importPrepared } from '../importing/importPrepared.ts';
import type { ImportBalance } from '../importing/importRun.ts';
import type { BlockPreparer, RejectedLine } from '../importing/lines/lineBlock.ts';
import { importLines, type LineImport } from '../importing/lines/importLines.ts';
import { prepareBlock } from '../importing/lines/prepareBlock.ts';
import { readImportRights } from '../importing/readImportRights.ts';
import { privilegedNumbers } from '../mapping/dropPrivileged.ts';

const directory = {
  agencies: ['BAYOU-SO', 'PINE-SO'].map((id) => ({ id, name: id, contact: 'desk', jurisdictions: [] })),
  groups: [{ id: 'GULF-TF', name: 'Gulf', agencies: ['BAYOU-SO'] }],
  jurisdictions: [],
  users: [],
};

/** Imports lines into the reference model, prepared in this thread. */
export function lineHarness() {
  const graph = referenceModel(coreVocabulary);
  const ids = publicIds(Buffer.alloc(32, 7));
  const context = {
    graph,
    ids,
    vocabulary: coreVocabulary,
    now: Date.now,
    directory: async () => directory,
  } as unknown as RunContext;
  const refused: RejectedLine[] = [];
  return {
    graph,
    ids,
    refused,
    async run(
      path: string,
      more: Partial<LineImport<PreparedReport>> & {
        readonly agency?: string;
        readonly audience?: string;
        readonly privileged?: readonly string[];
        readonly isDryRun?: boolean;
      } = {},
    ): Promise<ImportBalance> {
      const { agency = null, audience = null, privileged: numbers = [], isDryRun = false, ...options } = more;
      const rights = await readImportRights.run(context, { agency, audience });
      const phone = coreVocabulary.entityKinds.get('PHONE')!.properties.find(({ name }) => name === 'number')!.type;
      const privileged = privilegedNumbers(numbers, { phone, country: 'US', areaCode: undefined });
      const preparer: BlockPreparer<PreparedReport> = {
        depth: 3,
        prepare: async (block) => prepareBlock(block, { vocabulary: coreVocabulary, ids, rights, privileged, now: Date.now }),
        close: async () => {},
      };
      return importLines({
        files: [{ path, name: 'tips.ndjson' }],
        preparer,
        take: (reports) =>
          importPrepared.run(context, {
            reports,
            source: 'tips.ndjson',
            isDryRun,
            add: (some: typeof reports) => graph.addReports(some),
          }),
        onReject: async (_file, line) => void refused.push(line),
        onProgress: () => {},
        ...options,
      });
    },
  };
}
