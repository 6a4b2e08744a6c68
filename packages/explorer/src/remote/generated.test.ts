import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateDocuments, readServedSchema } from '../../codegen.ts';

describe('typed documents', () => {
  it('are what the served schema and the documents make of them; else run `pnpm --filter @linchpin/explorer generate`', async () => {
    const kept = readFileSync(join(import.meta.dirname, 'generated/documents.ts'), 'utf8');
    expect(await generateDocuments(readServedSchema())).toBe(kept);
  });
});
