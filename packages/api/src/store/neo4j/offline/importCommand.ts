import { listDelimiter, type CsvFile } from './csvFile.ts';

interface Files {
  /** With their labels, of which one may come twice. */
  readonly nodes: readonly (readonly [label: string, file: CsvFile])[];
  readonly relationships: Readonly<Record<string, CsvFile>>;
  /** Their type is a column. */
  readonly bundles: CsvFile;
}

/** Arguments of `neo4j-admin` that make a database of the files, in place of the one that is there. The server must be stopped. */
export function importCommand(database: string, { nodes, relationships, bundles }: Files): string[] {
  const files = [...nodes.map(([, file]) => file), ...Object.values(relationships), bundles];
  return [
    'database',
    'import',
    'full',
    database,
    '--overwrite-destination=true',
    '--id-type=string',
    `--array-delimiter=${listDelimiter}`,
    ...(files.some(({ hasLineBreaks }) => hasLineBreaks) ? ['--multiline-fields=true'] : []),
    ...nodes.map(([label, { path }]) => `--nodes=${label}=${path}`),
    ...Object.entries(relationships).map(([type, { path }]) => `--relationships=${type}=${path}`),
    `--relationships=${bundles.path}`,
  ];
}
