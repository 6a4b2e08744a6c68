import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PreparedReport } from '../../model/prepared.ts';
import { publicIds } from '../../model/publicIds.ts';
import { buildReport } from '../contract/buildReport.ts';
import { coreVocabulary } from '@linchpin/schema';
import { openEmbeddedStores } from './openEmbeddedStores.ts';

const secret = Buffer.alloc(32, 7);

it('leaves nothing of a retracted report in the files, not even in the search index or the journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-deletion-'));
  const { graph, audit } = await openEmbeddedStores({ folder, secret, vocabulary: coreVocabulary });
  const ids = publicIds(secret);
  const draft = (number: string, word: string): PreparedReport =>
    buildReport(ids, {
      number,
      agency: 'ALPHA',
      narrative: `Seen with ${word}.`,
      records: [{ kind: 'PERSON', key: `PERSON ALPHA/person/${word}`, values: { name: [`Quentin ${word}`] } }],
    });
  await graph.addReports([draft('ALPHA-2024-000001', 'Xylophone'), draft('ALPHA-2024-000002', 'Marimba')]);
  await graph.retractReport({ number: 'ALPHA-2024-000001', agency: 'ALPHA', reason: 'sealed by court', by: 'somebody', at: 0 });
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1').toLowerCase());
  expect(bytes.some((text) => text.includes('marimba'))).toBe(true);
  expect(bytes.filter((text) => text.includes('xylophone'))).toEqual([]);
  await graph.close();
  await audit.close();
  rmSync(folder, { recursive: true });
});
