import { afterEach, expect, test } from 'vitest';
import { filesOnDisk } from '../../testing/filesOnDisk.ts';
import { readBlocks } from './readBlocks.ts';

let files: ReturnType<typeof filesOnDisk> | undefined;
afterEach(() => files?.remove());

test('a file is cut between lines, every byte once, and blocks know where they begin', async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `${at} ${'x'.repeat(at % 400)}`);
  const text = `${lines.join('\n')}\n${'long '.repeat(500_000)}\nlast`;
  files = filesOnDisk({ 'lines.ndjson': text });
  let joined = '';
  let line = 1;
  for await (const { first, bytes } of readBlocks(files.path('lines.ndjson'), 'lines.ndjson')) {
    expect(first).toBe(line);
    const part = Buffer.from(bytes).toString();
    // Handed on to a thread, its memory is gone here.
    structuredClone(bytes, { transfer: [bytes.buffer] });
    joined += part;
    line += part.split('\n').length - 1;
  }
  expect(joined).toBe(text);
});
