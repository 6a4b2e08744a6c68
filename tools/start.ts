import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isStale } from './starting/isStale.ts';
import { root, runCommand } from './testing/runCommand.ts';

const explorer = join(root, 'packages/explorer');
const sources = ['src', 'index.html', 'vite.config.ts', 'package.json', 'public'].map((name) => join(explorer, name));

if (isStale(join(explorer, 'dist/index.html'), sources)) {
  console.log('Building the explorer ...');
  // Not by its name: Windows starts no script of node_modules/.bin by itself.
  const vite = join(dirname(createRequire(join(explorer, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'error'];
  const isBuilt = await runCommand({ program: process.execPath, args, folder: 'packages/explorer' });
  if (!isBuilt) {
    console.error('The explorer could not be built: see above.');
    process.exit(1);
  }
}
// Libraries check less, and are faster, where they are told that nobody develops.
process.env['NODE_ENV'] ??= 'production';
// In this process, so that signals reach the server itself.
await import('../packages/api/src/main.ts');
