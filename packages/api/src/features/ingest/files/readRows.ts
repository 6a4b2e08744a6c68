import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import type { StagedRow } from '../../../store/ports/staging.ts';
import { decodeFile, findEncoding, unreadable, type Encoding } from './decodeFile.ts';

export interface CsvFile {
  /** Where it is. */
  readonly path: string;
  /** As the user knows it. */
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly header: readonly string[];
}

const delimiters = [',', ';', '\t', '|'];
/** A row longer than this is a quote that was never closed. */
const longestRow = 4 * 1_048_576;

/**
 * Finds encoding, delimiter and header.
 * @throws LinchpinError INVALID, naming the file
 */
export async function openCsv(
  path: string,
  name: string,
  declared: { readonly encoding?: Encoding; readonly delimiter?: string },
): Promise<CsvFile> {
  const encoding = await findEncoding(path, name, declared.encoding);
  const line = await firstLine(path, name, encoding);
  const delimiter = declared.delimiter ?? delimiters.toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!;
  const file = { path, name, encoding, delimiter, header: [] };
  for await (const { values } of readAll(file, () => {})) {
    const header = values.map((column) => column.trim());
    const twice = findTwice(header);
    if (twice !== null)
      throw unreadable(name, `row 1: has two columns ${twice.slice(0, 100)}`, 'a name of its own for every column');
    return { ...file, header };
  }
  throw unreadable(name, 'is empty', 'a CSV file with a header row');
}

function findTwice(header: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const column of header) {
    if (column !== '' && seen.has(column)) return column;
    seen.add(column);
  }
  return null;
}

/**
 * Rows below the header, in batches; blank lines are no rows.
 * @throws LinchpinError INVALID, naming file and row: too few or too many columns, a quote never closed, bytes of another encoding
 */
export async function* readRows(file: CsvFile, onBytes: (bytes: number) => void, batch = 1_000): AsyncGenerator<StagedRow[]> {
  let rows: StagedRow[] = [];
  let isHeader = true;
  for await (const row of readAll(file, onBytes)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    rows.push(row);
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

async function* readAll(file: Omit<CsvFile, 'header'>, onBytes: (bytes: number) => void): AsyncGenerator<StagedRow> {
  const parser = parse({ delimiter: file.delimiter, info: true, skip_empty_lines: true, max_record_size: longestRow });
  const stop = new AbortController();
  const feeding = pipeline(Readable.from(decodeFile(file.path, file.encoding, onBytes)), parser, { signal: stop.signal });
  feeding.catch(() => {});
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ readonly record: string[]; readonly info: Info }>) {
      last = info.records + info.empty_lines;
      yield { row: last, values: record };
    }
    await feeding;
  } catch (error) {
    throw describeFault(error, file.name, last);
  } finally {
    stop.abort();
  }
}

/** @param last row that was read whole */
function describeFault(error: unknown, name: string, last: number): Error {
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return unreadable(name, `somewhere after row ${last}: has bytes of another encoding`, 'save the whole file as UTF-8');
  if (!(error instanceof CsvError)) return error instanceof Error ? error : new Error(String(error));
  const code: string = error.code;
  const row = placeOf(error) ?? last + 1;
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return unreadable(
      name,
      `row ${row}: has more or fewer columns than the header`,
      'as many values in every row, in quotes where they hold the separator',
    );
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return unreadable(
      name,
      `row ${row}: opens a quote that is never closed`,
      'a closing quote; a quote inside a value is written twice',
    );
  return unreadable(
    name,
    `row ${row}: cannot be read as CSV`,
    'quotes around the whole value only; a quote inside a value is written twice',
  );
}

/** The row at fault, counted by the parser: rows may still have been on their way when it stopped. */
function placeOf(error: CsvError): number | null {
  const { records, empty_lines: blank } = error;
  return typeof records === 'number' && typeof blank === 'number' ? records + blank + 1 : null;
}

async function firstLine(path: string, name: string, encoding: Encoding): Promise<string> {
  let text = '';
  try {
    for await (const chunk of decodeFile(path, encoding, () => {})) {
      text = (text + chunk).trimStart();
      if (/[\r\n]/.test(text) || text.length > 1 << 20) break;
    }
  } catch (error) {
    throw describeFault(error, name, 0);
  }
  if (text === '') throw unreadable(name, 'is empty', 'a CSV file with a header row');
  return /^[^\r\n]*/.exec(text)![0];
}
