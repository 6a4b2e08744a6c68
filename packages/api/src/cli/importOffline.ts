import { coreVocabulary } from '@linchpin/schema';
import type { Config } from '../config.ts';
import { LinchpinError } from '../model/errors.ts';
import type { OpenStores } from '../openStores.ts';
import { importPatiently } from './importPatiently.ts';
import { typedPath, withNewStores } from './openLocal.ts';
import { printLines } from './output.ts';

export interface OfflineFlags {
  /** Folder for the files of `neo4j-admin database import`. */
  readonly offline?: string;
  readonly dryRun?: boolean;
}

/**
 * The stores that an import writes to. With `--offline` reports go into files, and the command that takes them into Neo4j
 * is printed at the end; nothing is written to the database but the audit log.
 * @throws LinchpinError INVALID where offline files make no sense: another store, one that holds reports, a dry run.
 */
export function withImportStores<T>(
  { offline, dryRun = false }: OfflineFlags,
  work: (config: Config, stores: OpenStores) => Promise<T>,
): Promise<T> {
  if (offline === undefined) return importPatiently((outage) => withNewStores(work, { outage }));
  if (dryRun)
    throw new LinchpinError('INVALID', '--dry-run writes nothing, not even the files of --offline: leave one of them out');
  return withNewStores((config, stores) => writeFiles(typedPath(offline), { config, stores, work }));
}

async function writeFiles<T>(
  folder: string,
  {
    config,
    stores,
    work,
  }: {
    readonly config: Config;
    readonly stores: OpenStores;
    readonly work: (config: Config, stores: OpenStores) => Promise<T>;
  },
): Promise<T> {
  if (config.store.kind !== 'neo4j')
    throw new LinchpinError('INVALID', '--offline writes files for Neo4j: set LINCHPIN_STORE=neo4j, or leave it out');
  if ((await stores.graph.lastChange()) > 0)
    throw new LinchpinError('INVALID', 'This Neo4j database holds reports already: an offline import would replace them');
  const { writeOffline } = await import('../store/neo4j/offline/writeOffline.ts');
  const { readKept } = await import('../store/neo4j/offline/keptNodes.ts');
  const { Cypher } = await import('../store/neo4j/runCypher.ts');
  const cypher = new Cypher(config.store);
  try {
    const files = writeOffline({
      folder,
      vocabulary: coreVocabulary,
      ids: stores.ids,
      database: config.store.database,
      kept: () => readKept(cypher),
    });
    const result = await work(config, {
      ...stores,
      graph: { ...stores.graph, addReports: (reports) => Promise.resolve(files.add(reports)) },
    });
    const given = await files.finish();
    printLines([
      'Stop Neo4j, take the files in, and start it again; the next start of Linchpin finishes the indexes:',
      `neo4j-admin ${given.map(quote).join(' ')}`,
      `Then delete ${folder}: it holds all of the evidence, and the secret of this installation.`,
    ]);
    return result;
  } finally {
    await cypher.close();
  }
}

/** For a shell. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
