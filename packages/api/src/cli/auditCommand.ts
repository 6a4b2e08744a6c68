import { Command } from 'commander';
import { checkAuditLog } from '../features/admin/checkAuditLog.ts';
import { LinchpinError } from '../model/errors.ts';
import { actAs, withLocalStores } from './openLocal.ts';
import { countOf, printJson, printLines } from './output.ts';

export function auditCommand(): Command {
  const audit = new Command('audit').description('The log of who asked what');
  audit
    .command('verify')
    .description('Walk the chain of the audit log and say whether it is whole')
    .option('--as <user>', 'who asks', 'admin')
    .option('--json', 'machine-readable')
    .action(async (options: { readonly as: string; readonly json?: boolean }) => {
      const found = await withLocalStores(async (config, stores) => {
        const local = await actAs(options.as, config, stores);
        return local.ask(checkAuditLog, stores.audit);
      });
      if (options.json) printJson({ isWhole: found.brokenAt === null, ...found });
      if (found.brokenAt !== null)
        throw new LinchpinError(
          'UNAVAILABLE',
          `The audit log is broken at entry ${found.brokenAt}: it was changed or cut after it was written`,
        );
      if (!options.json) printLines([`The audit log is whole: ${countOf(found.entries, 'entry', 'entries')}`]);
    });
  return audit;
}
