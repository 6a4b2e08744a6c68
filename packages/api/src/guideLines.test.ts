import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from './features/ingest/testing/filesOnDisk.ts';
import { lineHarness } from './features/ingest/testing/lineHarness.ts';

test('the line that the guide shows is imported as it stands', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/lines.md'), 'utf8');
  const [, line = ''] = /```json\n(.+?\n)```/s.exec(guide) ?? [];
  const files = filesOnDisk({ 'tips.ndjson': line });
  expect(await lineHarness().run(files.path('tips.ndjson'))).toMatchObject({
    rows: { read: 1, imported: 1, rejected: 0 },
    records: 2,
    links: 1,
  });
  files.remove();
});
