import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/guide/mappings.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)![1]!;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-mapping-'));
  writeFileSync(join(folder, 'registry.csv'), block('csv'));
  writeFileSync(join(folder, 'registry.json'), block('json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function runImport(...flags: string[]): Promise<string> {
  const command = ['packages/api/src/cli/linchpin.ts', 'import', join(folder, 'registry.json'), join(folder, 'registry.csv')];
  const env = { ...process.env, LINCHPIN_DATA: join(folder, 'data') };
  const args = ['--import', 'tsx', ...command, '--agency', 'BAYOU-SO', ...flags];
  return (await promisify(execFile)(process.execPath, args, { cwd: root, env })).stdout;
}

test('the mapping of the guide brings its file in, with the balance that the guide shows, once', async () => {
  const balance = '3 rows read = 2 imported + 1 skipped + 0 rejected';
  expect(guide).toContain(balance);
  expect(await runImport('--dry-run')).toContain(balance);
  const { rows, entitiesByKind } = JSON.parse(await runImport('--json')) as Record<string, unknown>;
  expect(rows).toEqual({ read: 3, imported: 2, skipped: 1, rejected: 0 });
  expect(entitiesByKind).toEqual({ LODGING: 1, PERSON: 2, PHONE: 1, STAY: 2, VEHICLE: 1 });
  expect(await runImport()).toContain('3 rows read = 0 imported + 3 skipped + 0 rejected');
}, 180_000);
