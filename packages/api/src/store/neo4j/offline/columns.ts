import type { CsvValue } from './csvFile.ts';

/** Header fields of the importer's files, in the order in which their rows are written. */
const said = ['agency', 'audience', 'received:long', 'occurred:long', 'number'] as const;

export const columns = {
  report: [
    ...['id:ID(Report)', 'number', 'kind', 'agency', 'audience', 'outside', 'everywhere:boolean', 'received:long'],
    ...['occurred:long', 'time:long', 'contact', 'isRetracted:boolean', 'idempotency', 'bodyHash', 'body'],
  ],
  record: [
    ...['id:ID(Record)', 'ordinal:long', 'kind', 'caption', 'words:string[]', 'isGeneric:boolean', 'isMinor:boolean'],
    ...['adultFrom:long', 'properties', ...said],
  ],
  link: [
    ...['id:ID(Link)', 'ordinal:long', 'kind', 'bundle', 'isProtecting:boolean', 'start:long', 'end:long', 'time:long'],
    ...['met:long', 'body', 'agency', 'audience', 'number', 'isWeak:boolean'],
  ],
  entity: ['id:ID(Entity)', 'kind', 'key', 'isProtectable:boolean', 'isGuarded:boolean', 'isTold:boolean'],
  holding: [
    ...['id:ID(Holding)', 'entity', 'kind', 'agency', 'audience', 'records:long', 'reports:long', 'generics:long'],
    ...['words:string[]', 'received:long', 'firstOccurred:long', 'lastOccurred:long', 'firstLink:long', 'lastLink:long'],
    ...['isMarked:boolean', 'isMarkedOutside:boolean', 'adultFrom:long', 'adultFromOutside:long', 'earliest:long'],
    'earliestOutside:long',
  ],
  key: ['value:ID(Key)'],
  change: ['seq:long', 'kind', 'entityIds:string[]', 'reportNumber'],
  ledger: ['name', 'seq:long'],
  bundle: [
    ...[':START_ID(Entity)', ':END_ID(Entity)', ':TYPE', 'agency', 'audience', 'bundle', 'links:long', 'reports:long'],
    ...['sure:long', 'undated:long', 'first:long', 'last:long', 'end:long'],
  ],
} as const;

export const joins = {
  IN: ['Record', 'Report'],
  OF: ['Record', 'Entity'],
  KNOWN_BY: ['Record', 'Key'],
  FROM: ['Link', 'Record'],
  TO: ['Link', 'Record'],
  ABOUT: ['Holding', 'Entity'],
} as const;

/** Values of a row in the order of its columns. */
export function inOrder(fields: readonly string[], row: Readonly<Record<string, unknown>>): CsvValue[] {
  return fields.map((field) => row[field.split(':')[0]!] as CsvValue);
}
