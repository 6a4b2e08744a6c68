import { join } from 'node:path';
import { isStale } from './starting/isStale.ts';
import { root, runCommand } from './testing/runCommand.ts';

const explorer = join(root, 'packages/explorer');
const sources = ['src', 'index.html', 'vite.config.ts', 'package.json', 'public'].map((name) => join(explorer, name));

if (isStale(join(explorer, 'dist/index.html'), sources)) {
  console.log('Building the explorer ...');
  const isBuilt = await runCommand({ program: 'vite', args: ['build', '--logLevel', 'error'], folder: 'packages/explorer' });
  if (!isBuilt) {
    console.error('The explorer could not be built: see above.');
    process.exit(1);
  }
}
// In this process, so that signals reach the server itself.
await import('../packages/api/src/main.ts');
