import { existsSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { readCommandEnvironment } from '../config.ts';
import type { ReportSink } from '../features/ingest/importing/importFiles.ts';
import { importPrepared, type PreparedBatch } from '../features/ingest/importing/importPrepared.ts';
import type { ImportBalance } from '../features/ingest/importing/importRun.ts';
import type { BlockPreparer } from '../features/ingest/importing/lines/lineBlock.ts';
import { importLines } from '../features/ingest/importing/lines/importLines.ts';
import { prepareInThreads, prepareThread } from '../features/ingest/importing/lines/prepareInThreads.ts';
import { shapeHere } from '../features/ingest/importing/lines/shapeHere.ts';
import { readImportRights } from '../features/ingest/importing/readImportRights.ts';
import { LinchpinError } from '../model/errors.ts';
import type { PreparedReport } from '../model/prepared.ts';
import { refuseLockedDemo, settleDemo } from '../settleDemo.ts';
import type { PackedForm } from '../store/ports/bulkLoading.ts';
import { readPrivileged, type ImportFlags } from './importFlags.ts';
import { withImportStores } from './importOffline.ts';
import { actAs, typedPath } from './openLocal.ts';
import { RejectsFile } from './rejectsFile.ts';
import { showProgress } from './showProgress.ts';
import { submitToServer } from './submitToServer.ts';

const packThread = join(import.meta.dirname, 'packThread.ts');

export function holdsLines(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name);
}

/** Imports files of reports, one a line, into the store at hand or through a running server. */
export function importLineFiles(paths: readonly string[], flags: ImportFlags): Promise<ImportBalance> {
  const files = paths.map((path) => ({ path, name: basename(path), bytes: sizeOf(path) }));
  rejectsPath(files, flags);
  return flags.url === undefined ? importHere(files, flags) : importThere(files, flags, flags.url);
}

type Files = readonly { readonly path: string; readonly name: string; readonly bytes: number }[];

function importHere(files: Files, flags: ImportFlags): Promise<ImportBalance> {
  return withImportStores(flags, async (config, stores) => {
    await refuseLockedDemo(stores.work, config.demo);
    await settleDemo({ stores, vocabulary: coreVocabulary, asked: config.demo });
    const local = await actAs(flags.as ?? 'admin', config, stores);
    const { agency = null, audience = null, dryRun: isDryRun = false } = flags;
    const rights = await local.ask(readImportRights, { agency, audience });
    const secret = Buffer.from((await stores.work.setting('secret')) ?? '', 'hex');
    const { graph, bulk } = stores;
    const data = { secret, rights, privilegedNumbers: readPrivileged(flags) };
    const source = files.map(({ name }) => name).join(', ');
    const importAs = <R extends PackedForm>(script: string, add: PreparedBatch<R>['add']): Promise<ImportBalance> =>
      run(files, flags, prepareInThreads<R>(data, script), {
        take: (reports) => local.ask(importPrepared, { reports, add, source, isDryRun }),
      });
    if (!bulk) return importAs<PreparedReport>(prepareThread, (reports) => graph.addReports(reports));
    // Nothing is there yet that anybody could ask for: what can be derived at the end is left for it.
    if (!isDryRun) await bulk.begin();
    try {
      return await importAs(packThread, (reports) => bulk.addPacked(reports));
    } finally {
      await bulk.end();
    }
  });
}

function importThere(files: Files, flags: ImportFlags, url: string): Promise<ImportBalance> {
  if (flags.dryRun) throw new LinchpinError('INVALID', '--dry-run checks against the store at hand: leave out --url');
  const { key } = readCommandEnvironment();
  if (key === null && flags.as === undefined)
    throw new LinchpinError('INVALID', '--url needs --as USER (a demo person of the agency), or a key in LINCHPIN_KEY');
  const { agency = null, audience = null } = flags;
  const preparer = shapeHere({ agency, audience, privilegedNumbers: readPrivileged(flags) });
  const sink: ReportSink = submitToServer({ url, user: flags.as ?? null, key });
  return run(files, flags, preparer, sink);
}

async function run<R>(
  files: Files,
  flags: ImportFlags,
  preparer: BlockPreparer<R>,
  sink: { take(reports: readonly R[]): Promise<Awaited<ReturnType<ReportSink['take']>>> },
): Promise<ImportBalance> {
  const rejects = new RejectsFile(rejectsPath(files, flags));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const progress = showProgress('Imported', { name: 'MB', size: 1e6 });
  try {
    return await importLines({
      files,
      preparer,
      take: (reports) => sink.take(reports),
      onReject: (file, line) => rejects.add(file, line),
      onProgress: (done) => progress.show(done.bytes, bytes),
    });
  } finally {
    progress.end();
    await preparer.close();
    await rejects.close();
    if (rejects.path !== null) process.stderr.write(`Refused lines are in ${rejects.path}\n`);
  }
}

/** @throws LinchpinError INVALID where it would be written over what is imported */
function rejectsPath(files: Files, { rejects }: ImportFlags): string {
  if (rejects === undefined) return `${files[0]!.path}.rejects.ndjson`;
  const path = typedPath(rejects);
  if (existsSync(path) && files.some((file) => realpathSync(file.path) === realpathSync(path)))
    throw new LinchpinError('INVALID', `${path} is imported: --rejects names another file`);
  return path;
}

/**
 * Files alone: a pipe, a socket or a device would be waited for without end.
 * @throws LinchpinError INVALID
 */
function sizeOf(path: string): number {
  const found = lookAt(path);
  if (found.isFile()) return found.size;
  throw new LinchpinError('INVALID', `${path} is no file. What would be right: a file of reports as JSON, one a line`);
}

function lookAt(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw new LinchpinError('INVALID', `${path} is not there, or cannot be read`, [], { cause: error });
  }
}
