import type { CsvValue } from './csvFile.ts';

const fields = (...lines: readonly string[]): readonly string[] => lines.join(' ').split(' ');
const said = 'agency audience received:long occurred:long number';

/** Header fields of the importer's files, in the order in which their rows are written. */
export const columns = {
  report: fields(
    'id:ID(Report) number kind agency audience outside everywhere:boolean received:long occurred:long time:long contact',
    'isRetracted:boolean idempotency bodyHash body',
  ),
  record: fields(
    'id:ID(Record) ordinal:long kind caption words:string[] isGeneric:boolean isMinor:boolean adultFrom:long properties',
    said,
  ),
  link: fields(
    'id:ID(Link) ordinal:long kind bundle isProtecting:boolean start:long end:long time:long met:long body agency audience',
    'number isWeak:boolean',
  ),
  entity: fields('id:ID(Entity) kind key isProtectable:boolean isGuarded:boolean isTold:boolean'),
  holding: fields(
    'id:ID(Holding) entity kind agency audience records:long reports:long generics:long words:string[] received:long',
    'firstOccurred:long lastOccurred:long firstLink:long lastLink:long isMarked:boolean isMarkedOutside:boolean',
    'adultFrom:long adultFromOutside:long earliest:long earliestOutside:long',
  ),
  key: fields('value:ID(Key)'),
  change: fields('seq:long kind entityIds:string[] reportNumber'),
  ledger: fields('name seq:long'),
  bundle: fields(
    ':START_ID(Entity) :END_ID(Entity) :TYPE agency audience bundle links:long reports:long sure:long undated:long first:long',
    'last:long end:long',
  ),
};

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
