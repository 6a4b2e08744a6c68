import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '@linchpin/api/src/openStores.ts';
import { settleDemo } from '@linchpin/api/src/settleDemo.ts';
import { coreVocabulary } from '@linchpin/schema';

let template: Promise<string> | null = null;

/** Copies a demo store, made once per process, into an empty folder. */
export async function copyTemplate(folder: string): Promise<void> {
  template ??= makeTemplate();
  cpSync(await template, folder, { recursive: true });
}

async function makeTemplate(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'linchpin-fire-template-'));
  process.once('exit', () => rmSync(data, { recursive: true, force: true }));
  const stores = await openStores({ store: { kind: 'embedded' }, data }, coreVocabulary);
  await settleDemo({ stores, vocabulary: coreVocabulary, asked: 'true' });
  await stores.close();
  return data;
}
