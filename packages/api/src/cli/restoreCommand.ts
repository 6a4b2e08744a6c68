import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { checkAuditLog } from '../features/admin/checkAuditLog.ts';
import { checkStore } from '../features/admin/checkStore.ts';
import { restoreStore } from '../features/admin/restoreStore.ts';
import { LinchpinError } from '../model/errors.ts';
import { openStores } from '../openStores.ts';
import { holdsStore, moveIntoPlace, unpackBackup, type BackupManifest } from '../store/embedded/copyStore.ts';
import { holdFolder } from '../store/embedded/holdFolder.ts';
import { requireEmbedded } from './backupCommand.ts';
import { actAs, typedPath } from './openLocal.ts';
import { printJson, printLines } from './output.ts';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Check a backup of the embedded store and put it into an empty data folder (LINCHPIN_DATA)')
    .argument('<folder>', 'the backup')
    .option('--as <user>', 'who asks; the backup must know them', 'admin')
    .option('--json', 'machine-readable')
    .action(async (folder: string, options: { readonly as: string; readonly json?: boolean }) => {
      const config = readConfig();
      requireEmbedded(config.store.kind, 'Neo4j has its own load: see docs/guide/operating.md');
      const manifest = await restore(typedPath(folder), options.as, config);
      if (options.json) printJson({ data: config.data, ...manifest });
      else printLines([`${config.data} holds the backup of ${manifest.madeAt}, checked`]);
    });
}

/** Unpacked and checked beside the place where it goes: nothing is there until all of it is right. */
async function restore(backup: string, user: string, config: Config): Promise<BackupManifest> {
  const release = holdFolder(config.data);
  const beside = join(config.data, 'restoring');
  try {
    if (holdsStore(config.data))
      throw new LinchpinError(
        'INVALID',
        `${config.data} holds a store already, which restore does not overwrite. Move it away, or name another folder with LINCHPIN_DATA`,
      );
    const manifest = await unpackBackup(backup, beside);
    await checkUnpacked({ ...config, data: beside }, user, backup);
    await rm(join(beside, 'held.lock'), { force: true });
    await moveIntoPlace(beside, config.data);
    return manifest;
  } finally {
    await rm(beside, { recursive: true, force: true });
    release();
  }
}

async function checkUnpacked(config: Config, user: string, backup: string): Promise<void> {
  const stores = await openStores(config, coreVocabulary);
  try {
    const local = await actAs(user, config, stores);
    const { problems } = await local.ask(checkStore, { onProgress: () => {} });
    const { brokenAt } = await local.ask(checkAuditLog, stores.audit);
    if (problems.length > 0 || brokenAt !== null)
      throw new LinchpinError(
        'UNAVAILABLE',
        `The backup is not sound: ${problems[0] ?? `its audit log is broken at entry ${brokenAt}`}. Nothing was restored`,
      );
    await local.ask(restoreStore, { folder: backup, copy: async () => {} });
  } finally {
    await stores.close();
  }
}
