import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './findProblems.ts';

/** TypeScript of `packages/<each>/src`, generated files left out. */
export function readSources(packages: string): SourceFile[] {
  return readdirSync(packages)
    .flatMap((name) => filesBelow(join(packages, name, 'src')))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes(`${sep}generated${sep}`))
    .sort()
    .map((path) => ({ path: relative(packages, path).split(sep).join('/'), source: readFileSync(path, 'utf8') }));
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
