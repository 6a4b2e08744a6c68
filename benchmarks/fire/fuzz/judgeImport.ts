import type { ImportBalance } from '@linchpin/api/src/features/ingest/importing/importRun.ts';
import type { LinchpinError } from '@linchpin/api/src/model/errors.ts';
import { must } from '../rounds.ts';

/** Rows add up, and whatever was rejected is said in words. */
export function judgeBalance(balance: ImportBalance, added: number): void {
  const { read, imported, skipped, rejected } = balance.rows;
  must(
    imported + skipped + rejected === read,
    `${imported} imported + ${skipped} skipped + ${rejected} rejected is not ${read} read`,
  );
  must(balance.reports === added, `${balance.reports} reports are said to be added, ${added} were`);
  must(rejected === 0 || balance.rejections.length > 0, `${rejected} rows are rejected and nothing is said of them`);
  for (const { file, row, message } of balance.rejections) {
    must(file.length > 0 && row >= 1, `a rejection names file ${file}, row ${row}`);
    mustBeReadable(message);
  }
  must(!JSON.stringify(balance).replaceAll(/\D/g, '').includes('4111111111111111'), 'a card number is shown');
}

/** A file was refused: for something wrong with it, in words. */
export function judgeRefusal(error: LinchpinError): void {
  must(['INVALID', 'TOO_LARGE'].includes(error.code), `${error.code}: ${error.message}`);
  mustBeReadable(error.message);
  for (const field of error.fields)
    must(field.message !== '' && field.expected !== '', `${field.path} says nothing of what would be right`);
}

function mustBeReadable(message: string): void {
  must(
    message.trim().length > 8 && message.length < 4_000,
    `this tells nobody anything: ${JSON.stringify(message.slice(0, 200))} (${message.length})`,
  );
  must(
    !/undefined|\[object|NaN|TypeError|SQLITE|\p{Cc}/u.test(message.replaceAll(/"[^"]*"/g, '')),
    `not in words: ${message.slice(0, 300)}`,
  );
}
