import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const left = new Set(['node_modules', 'dist', 'data', 'coverage']);

/** Every Markdown page of the repository, as paths below `root`; hidden folders left out. */
export function listPages(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !left.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listPages(root, path) : path.endsWith('.md') ? [path] : [];
    });
}
