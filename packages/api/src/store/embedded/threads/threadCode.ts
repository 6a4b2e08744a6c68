import { join } from 'node:path';
import { buildSync } from 'esbuild';

let code: string | null = null;

/**
 * All that threads of the store run, as one script, made in memory once per process: a thread that loads its modules one
 * by one through tsx starts ten times slower, and needs a thread of its own for that on Node 20 (docs/adr/0009).
 */
export function threadCode(): string {
  code ??= bundle();
  return code;
}

function bundle(): string {
  const entry = join(import.meta.dirname, 'runThread.ts');
  const [script] = buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    keepNames: true,
    write: false,
    logLevel: 'silent',
  }).outputFiles;
  // A script without a file of its own looks for libraries in the folder that the process was started in.
  return `(function (require) {${script!.text}})(require('node:module').createRequire(${JSON.stringify(entry)}));`;
}
