import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LinchpinError } from '../../../model/errors.ts';
import type { Mapping } from '../mapping/mappingShape.ts';

/** Where each file of a mapping is. Optional ones that are not there are left out. */
export type FoundFiles = ReadonlyMap<string, { readonly path: string; readonly name: string }>;

/**
 * Looks for the files of a mapping in a folder, or among files named one by one. A mapping of one file takes the one
 * file that is named, whatever it is called.
 * @throws LinchpinError INVALID, naming what is missing
 */
export async function findFiles(mapping: Mapping, given: readonly string[]): Promise<FoundFiles> {
  const candidates = new Map((await Promise.all(given.map(listFiles))).flat().map((path) => [basename(path), path]));
  const wanted = Object.entries(mapping.files);
  const only = wanted.length === 1 && candidates.size === 1 ? [...candidates.values()][0] : undefined;
  const found = new Map<string, { readonly path: string; readonly name: string }>();
  const missing: string[] = [];
  for (const [file, { path, isOptional }] of wanted) {
    const at = candidates.get(basename(path)) ?? only;
    if (at !== undefined) found.set(file, { path: at, name: basename(at) });
    else if (!isOptional) missing.push(path);
  }
  if (missing.length === 0) return found;
  throw new LinchpinError(
    'INVALID',
    `The mapping ${mapping.name} needs files that are not there: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}. Name their folder, or each of them`,
  );
}

/** Files alone: a pipe, a socket or a device would be waited for without end, and a file is read more than once. */
async function listFiles(path: string): Promise<string[]> {
  const found = await lookAt(path);
  if (found.isFile()) return [path];
  if (found.isDirectory()) return listFolder(path);
  throw new LinchpinError('INVALID', `${path} is no file and no folder. Save what it gives as a file first`);
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    const paths = (await readdir(folder)).map((name) => join(folder, name));
    const kept = await Promise.all(paths.map((path) => isFile(path)));
    return paths.filter((_, at) => kept[at]);
  } catch (error) {
    throw unreadablePath(folder, error);
  }
}

/** Also behind a link; one that leads nowhere is none. */
function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function lookAt(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw unreadablePath(path, error);
  }
}

function unreadablePath(path: string, cause: unknown): LinchpinError {
  return new LinchpinError('INVALID', `${path} is not there, or cannot be read`, [], { cause });
}
