import { join } from 'node:path';
import { buildSync } from 'esbuild';

let code: string | null = null;

/** All that a thread which prepares lines runs, as one script made in memory: it starts at once, whoever started it. */
export function threadCode(): string {
  code ??= bundle(join(import.meta.dirname, 'prepareThread.ts'));
  return code;
}

function bundle(entry: string): string {
  const [script] = buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    keepNames: true,
    write: false,
    logLevel: 'silent',
  }).outputFiles;
  // A script without a file of its own looks for libraries in the folder that the process was started in.
  return `(function (require) {${script!.text}})(require('node:module').createRequire(${JSON.stringify(entry)}));`;
}
