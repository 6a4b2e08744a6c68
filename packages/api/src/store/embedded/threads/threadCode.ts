import { join } from 'node:path';
import { buildSync } from 'esbuild';

const scripts = new Map<string, string>();
const storeThread = join(import.meta.dirname, 'storeThread.ts');

/**
 * What a thread runs, its modules in one script, made in memory once per process: a thread that loads its modules one by
 * one through tsx starts ten times slower, and needs a second thread for that on Node 20 (docs/adr/0009).
 * @param entry module to begin with
 */
export function threadCode(entry: string = storeThread): string {
  const known = scripts.get(entry);
  if (known !== undefined) return known;
  const script = bundle(entry);
  scripts.set(entry, script);
  return script;
}

function bundle(entry: string): string {
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
  return `(function (require) {${script!.text}})(require('node:module').createRequire(${JSON.stringify(storeThread)}));`;
}
