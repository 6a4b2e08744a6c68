import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LinchpinError } from '../../model/errors.ts';
import { storeFiles } from './openEmbeddedStores.ts';
import { Sqlite } from './sqlite.ts';

/** What a backup holds: written last, so that a backup without it is known to be unfinished. */
export interface BackupManifest {
  readonly product: 'linchpin';
  readonly madeAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

const manifestName = 'backup.json';
/** Evidence first: the audit log then knows at least all that the evidence shows. */
const names = [storeFiles.evidence, storeFiles.audit];

/**
 * Copies the store's files to a new folder while it may be in use, and checks the copies.
 * @throws LinchpinError INVALID when there is no store or the target is not empty, UNAVAILABLE when a copy is damaged
 */
export async function backUpFiles(data: string, target: string): Promise<BackupManifest> {
  if (!existsSync(join(data, storeFiles.evidence))) throw new LinchpinError('INVALID', `There is no store in ${data}`);
  await requireEmpty(target);
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    for (const name of names) {
      await copyOnline(join(data, name), join(part, name));
      checkDatabase(join(part, name));
    }
    const files = await Promise.all(names.map((name) => describeFile(join(part, name))));
    const manifest: BackupManifest = { product: 'linchpin', madeAt: new Date().toISOString(), files };
    await writeFile(join(part, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rm(target, { recursive: true, force: true });
    await rename(part, target);
    return manifest;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Copies a checked backup into a folder beside the store, ready to be opened and then moved into place.
 * @throws LinchpinError INVALID when it is no backup, or not as it was made
 */
export async function unpackBackup(backup: string, into: string): Promise<BackupManifest> {
  const manifest = await readManifest(backup);
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true, mode: 0o700 });
  for (const file of manifest.files) {
    const found = await describeFile(join(backup, file.name)).catch(() => null);
    if (found?.sha256 !== file.sha256)
      throw new LinchpinError(
        'INVALID',
        `${file.name} in ${backup} is not as it was when the backup was made. Take another backup`,
      );
    await copyFile(join(backup, file.name), join(into, file.name));
    checkDatabase(join(into, file.name));
  }
  return manifest;
}

/** Moves restored files into an empty data folder. */
export async function moveIntoPlace(from: string, data: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(data, name));
  await rm(from, { recursive: true, force: true });
}

export function holdsStore(data: string): boolean {
  return names.some((name) => existsSync(join(data, name)));
}

async function copyOnline(source: string, target: string): Promise<void> {
  // Reads the source in one read transaction, and keeps no writer waiting; SQLite allows it to no connection that is
  // declared to read only.
  const db = new Sqlite(source);
  try {
    db.run('VACUUM INTO ?', [target]);
  } finally {
    db.close();
  }
  await chmod(target, 0o600);
}

function checkDatabase(path: string): void {
  const db = new Sqlite(path);
  try {
    const result = db.value<string>('PRAGMA integrity_check');
    if (result !== 'ok') throw new LinchpinError('UNAVAILABLE', `${basename(path)} is damaged: ${result}. Nothing was changed`);
    // A copy opened in WAL mode leaves files beside it; they belong to no backup.
    db.all('PRAGMA journal_mode = DELETE');
  } finally {
    db.close();
  }
}

async function describeFile(path: string): Promise<BackupManifest['files'][number]> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return { name: basename(path), bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

async function readManifest(backup: string): Promise<BackupManifest> {
  try {
    const manifest = JSON.parse(await readFile(join(backup, manifestName), 'utf8')) as BackupManifest;
    const known: readonly string[] = names;
    if (manifest.product === 'linchpin' && manifest.files.every(({ name }) => known.includes(name))) return manifest;
  } catch {
    // Told below: whatever is missing or unreadable, it is no backup.
  }
  throw new LinchpinError('INVALID', `${backup} is no backup made by linchpin: it has no readable ${manifestName}`);
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) throw new LinchpinError('INVALID', `${folder} is not empty. Name a folder that is not there yet`);
}
