import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with these files (text, or bytes as they are), gone after `remove`. */
export function filesOnDisk(files: Readonly<Record<string, string | Buffer>>) {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return {
    folder,
    path: (name: string): string => join(folder, name),
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Rows under a header as CSV. */
export function csv(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows.map((row) => row.join(','))].join('\n') + '\n';
}
