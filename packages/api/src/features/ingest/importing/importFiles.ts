import type { Vocabulary } from '@linchpin/schema';
import type { FieldProblem } from '../../../model/errors.ts';
import type { ReportInput } from '../../../model/reportInput.ts';
import type { StagingArea } from '../../../store/ports/staging.ts';
import type { FoundFiles } from '../files/findFiles.ts';
import { compileMapping } from '../mapping/compileMapping.ts';
import { privilegedNumbers } from '../mapping/dropPrivileged.ts';
import type { Mapping } from '../mapping/mappingShape.ts';
import { groupRows } from './groupRows.ts';
import { ImportRun, type ImportBalance } from './importRun.ts';
import { openFiles, stageFiles } from './stageFiles.ts';

/** What became of one report. */
export type TakenReport =
  | {
      readonly kind: 'added' | 'known';
      readonly records: number;
      readonly links: number;
      readonly entities: readonly { readonly id: string; readonly kind: string }[];
    }
  | { readonly kind: 'refused'; readonly message: string; readonly expected: string; readonly fields: readonly FieldProblem[] };

/** Where reports go: the store at hand, or a running server. One outcome for each, in order. */
export interface ReportSink {
  take(reports: readonly ReportInput[]): Promise<readonly TakenReport[]>;
}

export interface ImportProgress {
  readonly stage: 'reading' | 'importing';
  /** Bytes while reading, rows while importing. */
  readonly done: number;
  readonly of: number;
}

export interface ImportOptions {
  readonly mapping: Mapping;
  readonly files: FoundFiles;
  readonly agency: string;
  readonly audience: string | null;
  /** Beside those that the mapping names. */
  readonly privilegedNumbers: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly staging: StagingArea;
  readonly sink: ReportSink;
  /** Bytes of all files. */
  readonly bytes: number;
  onProgress(progress: ImportProgress): void;
}

/**
 * Imports files by a mapping: reads all of them to a staging area, makes reports of their rows, hands them over in
 * batches. Run again, it adds nothing: every report carries a key made of mapping, report and row key.
 * @throws LinchpinError INVALID before anything is written: a mapping or file that cannot be read
 */
export async function importFiles(options: ImportOptions): Promise<ImportBalance> {
  const { mapping, staging, vocabulary, agency, onProgress } = options;
  const files = await openFiles(mapping, options.files);
  const columns = new Map([...files].map(([file, { header }]) => [file, new Map(header.map((column, at) => [column, at]))]));
  const fileName = (file: string): string => files.get(file)?.name ?? file;
  const compiled = compileMapping(mapping, { vocabulary, agency, columns, fileName });
  const phone = vocabulary.entityKinds.get('PHONE')?.properties.find(({ name }) => name === 'number')?.type ?? null;
  const privileged = privilegedNumbers([...mapping.privilegedNumbers, ...options.privilegedNumbers], {
    phone,
    country: mapping.country,
    areaCode: mapping.areaCode,
  });
  const run = new ImportRun({ ...options, privileged, fileName });
  let bytes = 0;
  const onBytes = (more: number): void => onProgress({ stage: 'reading', done: (bytes += more), of: options.bytes });
  await stageFiles(files, { staging, keys: compiled.keys, tally: run.tally, onBytes });
  const reports = compiled.reports.filter(({ rows }) => files.has(rows));
  for (const report of reports)
    run.expectRows(await groupRows(report, { staging, tally: run.tally, reject: (rejection) => run.reject(rejection) }));
  for (const report of reports) await run.importReports(report);
  return run.finish();
}
