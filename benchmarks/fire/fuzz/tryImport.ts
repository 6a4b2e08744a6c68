import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunContext } from '@linchpin/api/src/gate/useCase.ts';
import { findFiles } from '@linchpin/api/src/features/ingest/files/findFiles.ts';
import { importFiles } from '@linchpin/api/src/features/ingest/importing/importFiles.ts';
import { importReports } from '@linchpin/api/src/features/ingest/importing/importReports.ts';
import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import { readMapping } from '@linchpin/api/src/features/ingest/mapping/readMapping.ts';
import { LinchpinError } from '@linchpin/api/src/model/errors.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import { openStaging } from '@linchpin/api/src/store/embedded/openStaging.ts';
import type { GraphStore } from '@linchpin/api/src/store/ports/graphStore.ts';
import { coreVocabulary } from '@linchpin/schema';
import { must } from '../rounds.ts';

export interface FuzzCase {
  readonly mapping: string;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Where reports go, and how many it took. */
export interface FuzzStore {
  readonly addReports: GraphStore['addReports'];
  readonly added: number;
}

const directory = {
  agencies: [{ id: 'BAYOU-SO', name: 'Bayou', contact: 'desk', jurisdictions: [] }],
  groups: [],
  jurisdictions: [],
  users: [],
};
export const fuzzSecret = Buffer.alloc(32, 7);
const ids = publicIds(fuzzSecret);
const longest = 10_000;

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
    const balance = await runImport(mapping, folder, store);
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

async function runImport(text: string, folder: string, store: FuzzStore): Promise<ImportBalance> {
  const mapping = readMapping(text);
  const context = { graph: store, ids, vocabulary: coreVocabulary, now: Date.now, directory: async () => directory };
  const staging = openStaging(folder);
  const batch = { agency: 'BAYOU-SO', audience: null, mapping: mapping.name, isDryRun: false };
  try {
    return await importFiles({
      mapping,
      files: await findFiles(mapping, [join(folder, 'files')]),
      agency: 'BAYOU-SO',
      audience: null,
      privilegedNumbers: [],
      vocabulary: coreVocabulary,
      staging,
      bytes: 0,
      sink: { take: (reports) => importReports.run(context as unknown as RunContext, { ...batch, reports }) },
      onProgress: () => {},
    });
  } finally {
    await staging.close();
  }
}

function judgeBalance(balance: ImportBalance, added: number): void {
  const { read, imported, skipped, rejected } = balance.rows;
  must(
    imported + skipped + rejected === read,
    `${imported} imported + ${skipped} skipped + ${rejected} rejected is not ${read} read`,
  );
  must(balance.reports === added, `${balance.reports} reports are said to be added, ${added} were`);
  must(rejected === 0 || balance.rejections.length > 0, `${rejected} rows are rejected and nothing is said of them`);
  for (const { file, row, message } of balance.rejections) {
    must(file.length > 0 && row >= 1, `a rejection names file ${file}, row ${row}`);
    mustBeReadable(message);
  }
  must(!JSON.stringify(balance).replaceAll(/\D/g, '').includes('4111111111111111'), 'a card number is shown');
}

function judgeRefusal(error: LinchpinError): void {
  must(['INVALID', 'TOO_LARGE'].includes(error.code), `${error.code}: ${error.message}`);
  mustBeReadable(error.message);
  for (const field of error.fields)
    must(field.message !== '' && field.expected !== '', `${field.path} says nothing of what would be right`);
}

function mustBeReadable(message: string): void {
  must(
    message.trim().length > 8 && message.length < 4_000,
    `this tells nobody anything: ${JSON.stringify(message.slice(0, 200))} (${message.length})`,
  );
  must(
    !/undefined|\[object|NaN|TypeError|SQLITE|\p{Cc}/u.test(message.replaceAll(/"[^"]*"/g, '')),
    `not in words: ${message.slice(0, 300)}`,
  );
}
