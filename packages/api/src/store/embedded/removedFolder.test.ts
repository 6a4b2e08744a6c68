import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../ports/auditLog.ts';
import { openEmbeddedStores } from './openEmbeddedStores.ts';

const entry = { at: 0, useCase: 'search', subject: {}, outcome: 'ANSWERED' } as AuditEntry;
const unavailable = { code: 'UNAVAILABLE', message: expect.stringContaining('removed or replaced') };

test.each([false, true])('what is written to a folder that was removed is not called durable (threads: %s)', async (threads) => {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-removed-'));
  const away = `${folder}-away`;
  const { graph, work, audit } = await openEmbeddedStores({ folder, vocabulary: coreVocabulary, threads });
  try {
    await audit.append(entry);
    renameSync(folder, away);
    await expect(audit.append(entry)).rejects.toMatchObject(unavailable);
    const retraction = { number: 'BAYOU-SO-2026-000001', agency: 'BAYOU-SO', reason: 'wrong', by: 'somebody', at: 0 };
    await expect(graph.retractReport(retraction)).rejects.toMatchObject(unavailable);
    renameSync(away, folder);
    await audit.append(entry);
    expect(await graph.retractReport(retraction)).toBeNull();
    expect((await audit.verify()).brokenAt).toBeNull();
  } finally {
    await Promise.all([graph.close(), work.close(), audit.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
