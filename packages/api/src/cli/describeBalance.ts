import type { ImportBalance } from '../features/ingest/importing/importRun.ts';
import type { Rejection } from '../features/ingest/importing/rejection.ts';
import { countOf } from './output.ts';

const shown = 20;

/** The balance of an import in words, the first rejections below it. */
export function describeBalance(balance: ImportBalance, isDryRun: boolean): string[] {
  const { rows, rejections } = balance;
  const number = (n: number): string => n.toLocaleString('en-US');
  const kinds = Object.entries(balance.entitiesByKind).map(([kind, count]) => `${kind} ${number(count)}`);
  const added = [
    countOf(balance.reports, 'report', 'reports'),
    countOf(balance.records, 'record', 'records'),
    countOf(balance.links, 'link', 'links'),
  ];
  return [
    `${number(rows.read)} rows read = ${number(rows.imported)} imported + ${number(rows.skipped)} skipped + ${number(rows.rejected)} rejected`,
    `${isDryRun ? 'Would add' : 'Added'} ${added.join(', ')}`,
    ...(kinds.length > 0 ? [`Entities: ${kinds.join(', ')}`] : []),
    ...(balance.privilegedNumbersDropped > 0
      ? [`Dropped ${countOf(balance.privilegedNumbersDropped, 'privileged number', 'privileged numbers')}`]
      : []),
    ...rejections.slice(0, shown).map(describeRejection),
    ...(rejections.length > shown
      ? [`... and more: --json lists ${balance.areRejectionsCut ? 'the first 1,000' : 'all of them'}`]
      : []),
  ];
}

function describeRejection({ file, row, column, value, message, expected }: Rejection): string {
  const where = `${file}, row ${row}${column === null ? '' : `, ${column}`}${value === null ? '' : ` (${JSON.stringify(value.slice(0, 80))})`}`;
  return `Rejected: ${where}: ${message}${expected === '' ? '' : `. What would be right: ${expected}`}`;
}
