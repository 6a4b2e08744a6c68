import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateDocuments, readServedSchema } from '../../codegen.ts';

describe('typed documents', () => {
  it('are what the served schema and the documents make of them; else run `pnpm --filter @linchpin/explorer generate`', async () => {
    const kept = (name: string): string => readFileSync(join(import.meta.dirname, 'generated', name), 'utf8');
    const { documents, persisted } = await generateDocuments(readServedSchema());
    expect(documents).toBe(kept('documents.ts'));
    expect(persisted).toBe(kept('persisted.json'));
  });
});
