import { join } from 'node:path';
import { longFiles } from '../rooms.ts';
import { longFile } from '../rooms/findProblems.ts';
import { firstLoadLimit, measureFirstLoad } from './firstLoad.ts';
import { type Command, root, runCommand } from './runCommand.ts';
import type { Step } from './step.ts';
import { nothing, oneFailed, onePassed, type Tally } from './tally.ts';

const check = (name: string, command: Command): Step => ({
  name,
  run: async () => ((await runCommand(command)) ? onePassed : oneFailed),
});

const typecheck = (name: string, folder: string): Step =>
  check(`typecheck ${name}`, { program: 'tsc', args: ['-p', '.'], folder });

/** Checks that read the code without running it. */
export const checkSteps: readonly Step[] = [
  check('format', { program: 'oxfmt', args: ['--check'] }),
  check('lint', { program: 'oxlint', args: ['--type-aware'] }),
  typecheck('service', '.'),
  typecheck('explorer', 'packages/explorer'),
  check('unused', { program: 'knip', args: [] }),
  { name: 'long files', run: showLongFiles },
];

/** Builds the explorer and weighs what its first page loads. */
export const buildStep: Step = {
  name: 'explorer build',
  async run() {
    const folder = 'packages/explorer';
    if (!(await runCommand({ program: 'vite', args: ['build', '--logLevel', 'error'], folder }))) return oneFailed;
    const size = measureFirstLoad(join(root, folder, 'dist'));
    console.log(`first load: ${size.toFixed(1)} kB of gzipped JavaScript, at most ${firstLoadLimit}`);
    return size > 0 && size <= firstLoadLimit ? onePassed : oneFailed;
  },
};

/** A hint, never a failure: the limit itself is held by rooms.test.ts. */
async function showLongFiles(): Promise<Tally> {
  const long = longFiles();
  console.log(long.length === 0 ? `no file over ${longFile} lines` : `over ${longFile} lines:\n  ${long.join('\n  ')}`);
  return nothing;
}
