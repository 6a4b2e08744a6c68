import { closeSync, openSync, writeSync } from 'node:fs';

export type CsvValue = string | number | boolean | null | undefined | readonly string[];

/** Between the members of a list: no word, id or name has it. */
export const listDelimiter = 'TAB';
const flushAt = 1 << 20;

/** One file of the importer, header first. Strings are quoted; null is an empty field. */
export class CsvFile {
  /** A value had a line break: the importer must be told. */
  hasLineBreaks = false;
  readonly #file: number;
  #waiting: string[] = [];
  #size = 0;

  /** @param columns header fields as the importer wants them: `name:long`, `id:ID(Record)`, `:START_ID(Link)`. */
  constructor(
    readonly path: string,
    columns: readonly string[],
  ) {
    this.#file = openSync(path, 'w', 0o600);
    this.#waiting.push(`${columns.join(',')}\n`);
  }

  write(values: readonly CsvValue[]): void {
    const line = `${values.map((value) => this.#field(value)).join(',')}\n`;
    this.#waiting.push(line);
    this.#size += line.length;
    if (this.#size >= flushAt) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #field(value: CsvValue): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const text = typeof value === 'string' ? value : value.join('\t');
    this.hasLineBreaks ||= /[\r\n]/.test(text);
    return text === '' && typeof value !== 'string' ? '' : `"${text.replaceAll('"', '""')}"`;
  }

  #flush(): void {
    writeSync(this.#file, this.#waiting.join(''));
    this.#waiting = [];
    this.#size = 0;
  }
}
