import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import { readMapping } from '@linchpin/api/src/features/ingest/mapping/readMapping.ts';
import { importFolder } from '@linchpin/api/src/features/ingest/testing/importFolder.ts';
import { LinchpinError } from '@linchpin/api/src/model/errors.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { must } from '../rounds.ts';
import { fuzzContext } from './fuzzContext.ts';
import { judgeBalance, judgeRefusal } from './judgeImport.ts';
import { importFuzzedLines } from './importFuzzedLines.ts';

export interface FuzzCase {
  /** Null: the files are lines of JSON, each a report. */
  readonly mapping: string | null;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Where reports go, and how many it took. */
export interface FuzzStore {
  readonly addReports: GraphStore['addReports'];
  readonly added: number;
}

/** Milliseconds: for a machine that is busy with something else, too. */
const longest = 60_000;

/**
 * Imports files in this process as the command does.
 * Gives `refused` or what came in. @throws Error where the import breaks a promise: a fault that is not ours, rows that do not
 * add up, a rejection that says nothing, something written although the files were refused, or too much time
 */
export async function tryImport(
  { mapping, files }: FuzzCase,
  store: FuzzStore,
  scratch: string,
): Promise<'refused' | ImportBalance> {
  const folder = mkdtempSync(join(scratch, 'fuzz-'));
  const before = store.added;
  const begun = Date.now();
  try {
    mkdirSync(join(folder, 'files'));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'files', name), bytes);
    const into = { folder: join(folder, 'files'), scratch: folder, context: fuzzContext(store) };
    const balance = await (mapping === null
      ? importFuzzedLines(into.folder, store)
      : importFolder({ mapping: readMapping(mapping), ...into }));
    judgeBalance(balance, store.added - before);
    return balance;
  } catch (error) {
    if (!(error instanceof LinchpinError)) throw error;
    judgeRefusal(error);
    must(
      store.added === before,
      `${store.added - before} reports were written although the files were refused: ${error.message}`,
    );
    return 'refused';
  } finally {
    rmSync(folder, { recursive: true, force: true });
    must(Date.now() - begun < longest, `it took ${Date.now() - begun} ms`);
  }
}
