import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { auditCommand } from './auditCommand.ts';
import { backupCommand } from './backupCommand.ts';
import { doctorCommand } from './doctorCommand.ts';
import { importCommand } from './importCommand.ts';
import { explainError } from './output.ts';
import { restoreCommand } from './restoreCommand.ts';

const program = new Command('linchpin')
  .description('Entity-link graph service for anti-trafficking task forces: the command line')
  .version(manifest.version)
  .showHelpAfterError('(linchpin --help shows how)')
  .addHelpText(
    'after',
    '\nSettings come from the environment (LINCHPIN_DATA, LINCHPIN_STORE, ...); `linchpin doctor` shows them.',
  );
for (const command of [importCommand(), doctorCommand(), backupCommand(), restoreCommand(), auditCommand()])
  program.addCommand(command);

try {
  // The package manager hands a `--` through.
  await program.parseAsync(process.argv[2] === '--' ? process.argv.toSpliced(2, 1) : process.argv);
} catch (error) {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = 1;
}
