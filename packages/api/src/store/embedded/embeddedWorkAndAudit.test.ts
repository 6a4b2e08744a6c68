import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll } from 'vitest';
import { expectFullContract } from '../contract/expectFullContract.ts';
import { openEmbeddedStores } from './openEmbeddedStores.ts';
import { workAndAuditContracts } from './testing/workAndAuditContracts.ts';

const parent = mkdtempSync(join(tmpdir(), 'linchpin-work-audit-'));
let stores = 0;

afterAll(() => rmSync(parent, { recursive: true, force: true }));

workAndAuditContracts(
  'embedded',
  (folder) => openEmbeddedStores({ folder, vocabulary: coreVocabulary }),
  () => join(parent, String(stores++)),
);
expectFullContract(11);
