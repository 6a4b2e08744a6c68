import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { auditCommand } from './auditCommand.ts';
import { benchCommand } from './benchCommand.ts';
import { backupCommand } from './backupCommand.ts';
import { doctorCommand } from './doctorCommand.ts';
import { importCommand } from './importCommand.ts';
import { generateCommand } from './generateCommand.ts';
import { explainError } from './output.ts';
import { restoreCommand } from './restoreCommand.ts';

/** Runs one command as typed; gives the exit status. What went wrong is on standard error, without a stack. */
export async function runProgram(args: readonly string[]): Promise<0 | 1> {
  try {
    // The package manager hands a `--` through.
    await makeProgram().parseAsync(args[0] === '--' ? args.slice(1) : [...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    process.stderr.write(`${explainError(error)}\n`);
    return 1;
  }
}

function makeProgram(): Command {
  const program = new Command('linchpin')
    .description('Entity-link graph service for anti-trafficking task forces: the command line')
    .version(manifest.version)
    .addHelpText(
      'after',
      '\nSettings come from the environment (LINCHPIN_DATA, LINCHPIN_STORE, ...); `linchpin doctor` shows them.',
    );
  for (const command of [
    importCommand(),
    generateCommand(),
    benchCommand(),
    doctorCommand(),
    backupCommand(),
    restoreCommand(),
    auditCommand(),
  ])
    program.addCommand(command);
  throwInsteadOfExit(program);
  return program;
}

function throwInsteadOfExit(command: Command): void {
  // One line, as every other error.
  command.exitOverride().configureOutput({
    outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, ' ')} (--help shows how)\n`),
  });
  for (const below of command.commands) throwInsteadOfExit(below);
}
