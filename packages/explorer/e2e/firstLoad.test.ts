import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = join(import.meta.dirname, '../dist');
const isBuilt = existsSync(join(dist, '.vite/manifest.json'));
if (!isBuilt) console.log('first load: not measured (the explorer is not built; run pnpm build)');

const mostKilobytes = 400;

describe.skipIf(!isBuilt)('the first load', () => {
  it(`is at most ${mostKilobytes} kB of gzipped JavaScript before the search box works`, () => {
    const files = filesBeforeSearch(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
    console.log(`first load: ${(bytes / 1000).toFixed(1)} kB gzipped in ${files.length} files`);
    expect(bytes / 1000).toBeLessThanOrEqual(mostKilobytes);
  });
});

/** The entry and what it imports statically: the home page with its search field is in there, other pages come later. */
function filesBeforeSearch(chunks: Readonly<Record<string, Chunk>>): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of chunks[key]!.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(chunks)) if (chunk.isEntry) visit(key);
  return [...seen].map((key) => chunks[key]!.file);
}
