import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { checkAuditLog, type AuditCheck } from '../features/admin/checkAuditLog.ts';
import { checkStore } from '../features/admin/checkStore.ts';
import { LinchpinError } from '../model/errors.ts';
import type { Verification } from '../store/ports/graphStore.ts';
import { actAs, withLocalStores } from './openLocal.ts';
import { countOf, printJson, printLines } from './output.ts';
import { showProgress } from './showProgress.ts';

interface Diagnosis {
  readonly isWell: boolean;
  readonly versions: { readonly linchpin: string; readonly node: string };
  readonly settings: Readonly<Record<string, string | number | null>>;
  readonly store: Verification;
  readonly audit: AuditCheck;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'Check settings, versions and store: counters, both directions of every link and the audit log are recomputed and compared',
    )
    .option('--as <user>', 'who asks', 'admin')
    .option('--json', 'machine-readable')
    .action(async (options: { readonly as: string; readonly json?: boolean }) => {
      const diagnosis = await diagnose(options.as);
      if (options.json) printJson(diagnosis);
      else printLines(describe(diagnosis));
      if (diagnosis.isWell) return;
      const problems = countOf(
        diagnosis.store.problems.length + Number(diagnosis.audit.brokenAt !== null),
        'problem',
        'problems',
      );
      throw new LinchpinError(
        'UNAVAILABLE',
        `${problems} found. Restore the last good backup (linchpin restore), and keep this store for whoever looks into it`,
      );
    });
}

function diagnose(user: string): Promise<Diagnosis> {
  return withLocalStores(async (config, stores) => {
    const progress = showProgress('Checked', { name: 'entities', size: 1 });
    const onProgress = (done: number, of: number): void => progress.show(done, of);
    const isEmpty = (await stores.work.directory()).users.length === 0;
    // A store nobody has used yet has nobody to act as, and nothing to hide.
    const local = isEmpty ? null : await actAs(user, config, stores);
    const store = local ? await local.ask(checkStore, { onProgress }) : await stores.graph.verify(onProgress);
    const audit = local ? await local.ask(checkAuditLog, stores.audit) : await stores.audit.verify();
    progress.end();
    const demo = await stores.work.setting('demo');
    return {
      isWell: store.problems.length === 0 && audit.brokenAt === null,
      versions: { linchpin: manifest.version, node: process.versions.node },
      settings: { ...settingsOf(config), demo },
      store,
      audit,
    };
  });
}

/** Without secrets. */
function settingsOf({ host, port, store, data }: Config): Diagnosis['settings'] {
  const where: Diagnosis['settings'] =
    store.kind === 'embedded' ? { data } : { uri: store.uri, user: store.user, database: store.database };
  return { host, port, store: store.kind, ...where };
}

function describe({ versions, settings, store, audit, isWell }: Diagnosis): string[] {
  const checked = Object.entries(store.checked).map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`);
  const chain = audit.brokenAt === null ? 'whole' : `broken at entry ${audit.brokenAt}`;
  return [
    `Linchpin ${versions.linchpin} on Node ${versions.node}`,
    ...Object.entries(settings).map(([name, value]) => `  ${name}: ${value ?? 'not set'}`),
    `Store: checked ${checked.join(', ') || 'nothing, it is empty'}`,
    `Audit log: ${countOf(audit.entries, 'entry', 'entries')}, ${chain}`,
    ...store.problems.map((problem) => `Problem: ${problem}`),
    isWell ? 'All is well' : 'Not all is well',
  ];
}
