import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { Command } from 'commander';
import { readCommandEnvironment } from '../config.ts';
import { findFiles } from '../features/ingest/files/findFiles.ts';
import { importFiles, type ReportSink } from '../features/ingest/importing/importFiles.ts';
import { importReports } from '../features/ingest/importing/importReports.ts';
import type { ImportBalance } from '../features/ingest/importing/importRun.ts';
import type { Mapping } from '../features/ingest/mapping/mappingShape.ts';
import { readMapping } from '../features/ingest/mapping/readMapping.ts';
import { LinchpinError } from '../model/errors.ts';
import { refuseLockedDemo, settleDemo } from '../settleDemo.ts';
import { openStaging, sweepStaging } from '../store/embedded/openStaging.ts';
import { describeBalance } from './describeBalance.ts';
import { readPrivileged, readText, type ImportFlags } from './importFlags.ts';
import { holdsLines, importLineFiles } from './importLineFiles.ts';
import { withImportStores } from './importOffline.ts';
import { actAs, typedPath } from './openLocal.ts';
import { printJson, printLines } from './output.ts';
import { showProgress } from './showProgress.ts';
import { submitToServer } from './submitToServer.ts';

type MappedFlags = ImportFlags & { readonly agency: string };

const shippedMappings = join(import.meta.dirname, '../../mappings');

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Bring files in by a mapping, or reports as JSON, one a line. Running it again adds nothing, and goes on where a broken run stopped',
    )
    .argument('<mapping>', 'a mapping file, or the name of one that is shipped: pole. Or a file of reports, one a line (.ndjson)')
    .argument('[files...]', 'their folder, or each of them')
    .option('--agency <id>', 'agency that reports; lines may name their own')
    .option('--audience <id>', 'agency or group that may read it in full (default: the agency)')
    .option('--as <user>', 'who imports (default: admin; with --url it must be said, or LINCHPIN_KEY set)')
    .option('--url <address>', 'hand it to a running server, as --as (demo) or with the key in LINCHPIN_KEY')
    .option('--privileged <file>', 'phone numbers to drop on the way in, one a line')
    .option('--rejects <file>', 'where refused lines go, with what is wrong with them (default: FILE.rejects.ndjson)')
    .option('--offline <folder>', 'into an empty Neo4j: write the files of its offline import there, and print the command')
    .option('--dry-run', 'check everything, write nothing')
    .option('--json', 'end with the balance as one line of JSON')
    .action(async (mapping: string, files: readonly string[], flags: ImportFlags) => {
      const balance = await (holdsLines(mapping)
        ? importLineFiles([mapping, ...files].map(typedPath), flags)
        : runImport(loadMapping(mapping), files.map(typedPath), mappedFlags(files, flags)));
      if (flags.json) printJson(balance);
      else printLines(describeBalance(balance, flags.dryRun ?? false));
    });
}

/** @throws LinchpinError INVALID */
function mappedFlags(files: readonly string[], flags: ImportFlags): MappedFlags {
  const { agency } = flags;
  if (agency === undefined) throw new LinchpinError('INVALID', "error: required option '--agency <id>' not specified");
  if (files.length === 0) throw new LinchpinError('INVALID', 'error: name the files of the mapping, or their folder');
  return { ...flags, agency };
}

function runImport(mapping: Mapping, files: readonly string[], flags: MappedFlags): Promise<ImportBalance> {
  if (flags.url === undefined) return importHere(mapping, files, flags);
  if (flags.dryRun) throw new LinchpinError('INVALID', '--dry-run checks against the store at hand: leave out --url');
  const { key } = readCommandEnvironment();
  if (key === null && flags.as === undefined)
    throw new LinchpinError('INVALID', '--url needs --as USER (a demo person of the agency), or a key in LINCHPIN_KEY');
  const sink = submitToServer({ url: flags.url, user: flags.as ?? null, key });
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-'));
  return importInto({ mapping, files, flags, sink, folder }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

function importHere(mapping: Mapping, files: readonly string[], flags: MappedFlags): Promise<ImportBalance> {
  return withImportStores(flags, async (config, stores) => {
    await refuseLockedDemo(stores.work, config.demo);
    await settleDemo({ stores, vocabulary: coreVocabulary, asked: config.demo });
    const local = await actAs(flags.as ?? 'admin', config, stores);
    const { agency, audience = null, dryRun: isDryRun = false } = flags;
    const batch = { agency, audience, mapping: mapping.name, isDryRun };
    const sink: ReportSink = { take: (reports) => local.ask(importReports, { ...batch, reports }) };
    const isEmbedded = config.store.kind === 'embedded';
    if (isEmbedded) sweepStaging(config.data);
    // Wrong agency, audience or person: said before hours of reading.
    await sink.take([]);
    return importInto({ mapping, files, flags, sink, folder: isEmbedded ? config.data : tmpdir() });
  });
}

async function importInto(to: {
  readonly mapping: Mapping;
  readonly files: readonly string[];
  readonly flags: MappedFlags;
  readonly sink: ReportSink;
  readonly folder: string;
}): Promise<ImportBalance> {
  const { mapping, flags, sink } = to;
  const files = await findFiles(mapping, to.files);
  const bytes = [...files.values()].reduce((sum, { path }) => sum + statSync(path).size, 0);
  const staging = openStaging(to.folder);
  const lines = {
    reading: showProgress('Read', { name: 'MB', size: 1e6 }),
    importing: showProgress('Imported', { name: 'rows', size: 1 }),
  };
  try {
    return await importFiles({
      mapping,
      files,
      agency: flags.agency,
      audience: flags.audience ?? null,
      privilegedNumbers: readPrivileged(flags),
      vocabulary: coreVocabulary,
      staging,
      sink,
      bytes,
      onProgress: ({ stage, done, of }) => lines[stage].show(done, of),
    });
  } finally {
    lines.reading.end();
    lines.importing.end();
    await staging.close();
  }
}

function loadMapping(name: string): Mapping {
  const typed = typedPath(name);
  const shipped = join(shippedMappings, `${name}.json`);
  const path = existsSync(typed) && statSync(typed).isFile() ? typed : /^[a-z0-9-]+$/.test(name) ? shipped : typed;
  return readMapping(readText(path, 'mapping'));
}
