import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importDocument } from './importDocument.ts';
import { documentId, type KnownDocuments } from './requestDocuments.ts';

/** Name of the list beside the built explorer: document ids and their texts. */
const listName = 'documents.json';

const listed = z.record(z.string(), z.string());

/** The documents that the explorer was built with, and the command line's own. Without a built explorer, the latter alone. */
export async function readKnownDocuments(explorerFolder: string): Promise<KnownDocuments> {
  const texts = [importDocument, ...(await readList(join(explorerFolder, listName)))];
  return new Map(texts.map((text) => [documentId(text), text]));
}

async function readList(path: string): Promise<string[]> {
  try {
    return Object.values(listed.parse(JSON.parse(await readFile(path, 'utf8'))));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Error(`${path} is not the list of documents that the explorer is built with. Build it again`, { cause: error });
  }
}
