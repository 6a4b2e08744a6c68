import type { StagingArea } from '../../../store/ports/staging.ts';
import type { FoundFiles } from '../files/findFiles.ts';
import { openCsv, readRows, type CsvFile } from '../files/readRows.ts';
import type { FileKeys } from '../mapping/compileJoins.ts';
import type { Mapping } from '../mapping/mappingShape.ts';
import type { RowTally } from './rowTally.ts';

export async function openFiles(mapping: Mapping, found: FoundFiles): Promise<ReadonlyMap<string, CsvFile>> {
  const files = new Map<string, CsvFile>();
  for (const [file, { path, name }] of found) files.set(file, await openCsv(path, name, mapping.files[file] ?? {}));
  return files;
}

/**
 * Reads every file to its end before anything is written: a fault in the last row leaves nothing half-done.
 * @throws LinchpinError INVALID, naming file and row
 */
export async function stageFiles(
  files: ReadonlyMap<string, CsvFile>,
  to: { readonly staging: StagingArea; readonly keys: FileKeys; readonly tally: RowTally; onBytes(bytes: number): void },
): Promise<void> {
  for (const [file, csv] of files) {
    await to.staging.addFile(file, to.keys.get(file) ?? []);
    for await (const rows of readRows(csv, (bytes) => to.onBytes(bytes))) {
      for (const { row } of rows) to.tally.add(file, row);
      await to.staging.addRows(file, rows);
    }
    await to.staging.seal(file);
  }
  // An optional file that is not there has no rows to join.
  for (const [file, keys] of to.keys)
    if (!files.has(file)) {
      await to.staging.addFile(file, keys);
      await to.staging.seal(file);
    }
}
