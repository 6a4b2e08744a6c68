import { coreVocabulary } from '@linchpin/schema';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { backUpStore } from '../features/admin/backUpStore.ts';
import { LinchpinError } from '../model/errors.ts';
import { publicIds } from '../model/publicIds.ts';
import { backUpFiles, holdsStore, type BackupManifest } from '../store/embedded/copyStore.ts';
import { openBeside } from '../store/embedded/openBeside.ts';
import { actAs, noStore, typedPath } from './openLocal.ts';
import { countOf, printJson, printLines } from './output.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy the embedded store to a new folder and check the copy; a server may go on running meanwhile')
    .argument('<folder>', 'where to; it must not be there yet')
    .option('--as <user>', 'who asks', 'admin')
    .option('--json', 'machine-readable')
    .action(async (folder: string, options: { readonly as: string; readonly json?: boolean }) => {
      const target = typedPath(folder);
      const manifest = await backUp(target, options.as);
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      if (options.json) printJson({ folder: target, ...manifest });
      else printLines([`${target}: ${countOf(manifest.files.length, 'file', 'files')}, ${(bytes / 1e6).toFixed(1)} MB, checked`]);
    });
}

/** A server may have the store open: nothing but the entry in the audit log is written to it, and the copy is of one moment. */
async function backUp(target: string, user: string): Promise<BackupManifest> {
  const config = readConfig();
  requireEmbedded(config.store.kind, 'Neo4j has its own dump: see docs/guide/operating.md');
  if (!holdsStore(config.data)) throw noStore(config.data);
  const { secret, ...adapter } = openBeside({ folder: config.data, vocabulary: coreVocabulary });
  const close = async (): Promise<void> => {
    await adapter.graph.close();
    await adapter.work.close();
    await adapter.audit.close();
  };
  try {
    const local = await actAs(user, config, { ...adapter, ids: publicIds(secret), close });
    let manifest: BackupManifest | null = null;
    await local.ask(backUpStore, {
      folder: target,
      async copy() {
        manifest = await backUpFiles(config.data, target);
      },
    });
    return manifest!;
  } finally {
    await close();
  }
}

export function requireEmbedded(kind: string, instead: string): void {
  if (kind !== 'embedded') throw new LinchpinError('INVALID', `This command is for the embedded store. ${instead}`);
}
