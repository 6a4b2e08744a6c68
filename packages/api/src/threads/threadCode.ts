import { buildSync } from 'esbuild';

const scripts = new Map<string, string>();

/**
 * What a thread runs, its modules in one script, made in memory once per process: a thread that loads its modules one by
 * one through tsx starts ten times slower, and needs a second thread for that on Node 20 (docs/adr/0009). Start it with
 * `new Worker(code, { eval: true, execArgv: [] })`.
 * @param entry path of the module to begin with
 */
export function threadCode(entry: string): string {
  const script = scripts.get(entry) ?? bundle(entry);
  scripts.set(entry, script);
  return script;
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Drivers bring native code or are large: they are loaded where they are.
    external: ['libsql', 'neo4j-driver'],
    write: false,
    logLevel: 'silent',
  });
  // A script without a file of its own looks for libraries in the folder that the process was started in.
  const require = `require('node:module').createRequire(${JSON.stringify(entry)})`;
  return `(function (require) {${outputFiles[0]!.text}})(${require});`;
}
