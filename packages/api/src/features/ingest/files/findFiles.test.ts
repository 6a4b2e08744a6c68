import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Mapping } from '../mapping/mappingShape.ts';
import { filesOnDisk } from '../testing/filesOnDisk.ts';
import { findFiles } from './findFiles.ts';

const mapping = { name: 'tips', files: { tips: { path: 'tips.csv' } } } as unknown as Mapping;

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());
function onDisk(content: Record<string, string> = {}) {
  files?.remove();
  return (files = filesOnDisk(content));
}

test('a file is found in a folder, behind a link, and by whatever name where it is the only one', async () => {
  const { folder, path } = onDisk({ 'other.csv': 'a' });
  expect((await findFiles(mapping, [path('other.csv')])).get('tips')?.path).toBe(path('other.csv'));
  symlinkSync(path('other.csv'), path('tips.csv'));
  expect((await findFiles(mapping, [folder])).get('tips')?.path).toBe(path('tips.csv'));
});

test('what can be read once, or never ends, is refused at once', { timeout: 10_000 }, async () => {
  const { folder, path } = onDisk();
  execFileSync('mkfifo', [path('tips.csv')]);
  const socket = createServer().listen(path('socket.csv'));
  await expect(findFiles(mapping, [path('tips.csv')])).rejects.toThrow('tips.csv is no file and no folder');
  await expect(findFiles(mapping, [path('socket.csv')])).rejects.toThrow('socket.csv is no file and no folder');
  await expect(findFiles(mapping, ['/dev/zero'])).rejects.toThrow('/dev/zero is no file and no folder');
  await expect(findFiles(mapping, [folder])).rejects.toThrow('needs files that are not there: tips.csv');
  socket.close();
});

test('a folder of that name, or a link that leads nowhere, is no file', async () => {
  const { folder, path } = onDisk();
  mkdirSync(path('tips.csv'));
  await expect(findFiles(mapping, [folder])).rejects.toThrow('needs files that are not there: tips.csv');
  symlinkSync(path('nowhere'), path('lost.csv'));
  await expect(findFiles(mapping, [path('lost.csv')])).rejects.toThrow(`${basename(path('lost.csv'))} is not there`);
});
