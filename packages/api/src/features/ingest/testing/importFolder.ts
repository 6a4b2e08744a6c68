import { tmpdir } from 'node:os';
import { coreVocabulary } from '@linchpin/schema';
import type { RunContext } from '../../../gate/useCase.ts';
import { openStaging } from '../../../store/embedded/openStaging.ts';
import { findFiles } from '../files/findFiles.ts';
import { importFiles, type ImportOptions } from '../importing/importFiles.ts';
import { importReports } from '../importing/importReports.ts';
import type { ImportBalance } from '../importing/importRun.ts';
import type { Mapping } from '../mapping/mappingShape.ts';

export interface FolderImport {
  readonly mapping: Mapping;
  readonly folder: string;
  readonly context: RunContext;
  readonly isDryRun?: boolean;
  /** Folder for the staging area. */
  readonly scratch?: string;
  /** Instead of what is usual here. */
  readonly options?: Partial<ImportOptions>;
}

/** Imports the files of a folder for BAYOU-SO, as the command does. */
export async function importFolder({
  mapping,
  folder,
  context,
  isDryRun = false,
  scratch = tmpdir(),
  options,
}: FolderImport): Promise<ImportBalance> {
  const staging = openStaging(scratch);
  const batch = { agency: 'BAYOU-SO', audience: null, mapping: mapping.name, isDryRun };
  try {
    return await importFiles({
      mapping,
      files: await findFiles(mapping, [folder]),
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
}
