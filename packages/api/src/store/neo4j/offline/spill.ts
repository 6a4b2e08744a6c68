import { appendFileSync, createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const parts = 32;
const flushAt = 4 << 20;

/** Rows set aside on disk by what they belong to, so that everything about one thing can be gathered in little memory. */
export class Spill<T> {
  readonly #path: (part: number) => string;
  #waiting: string[][] = Array.from({ length: parts }, () => []);
  #size = 0;

  constructor(folder: string, name: string) {
    this.#path = (part) => join(folder, `${name}.${part}.spill`);
  }

  /** @param key rows of one key come back together. */
  add(key: string, row: T): void {
    const line = `${JSON.stringify(row)}\n`;
    this.#waiting[partOf(key)]!.push(line);
    this.#size += line.length;
    if (this.#size >= flushAt) this.#flush();
  }

  /** Part by part, each whole; may be read more than once. */
  async *parts(): AsyncGenerator<T[]> {
    this.#flush();
    for (let part = 0; part < parts; part++) yield await this.part(part);
  }

  async part(part: number): Promise<T[]> {
    this.#flush();
    if (!existsSync(this.#path(part))) return [];
    const rows: T[] = [];
    for await (const line of createInterface({ input: createReadStream(this.#path(part)) })) rows.push(JSON.parse(line) as T);
    return rows;
  }

  remove(): void {
    for (let part = 0; part < parts; part++) rmSync(this.#path(part), { force: true });
  }

  #flush(): void {
    for (const [part, lines] of this.#waiting.entries())
      if (lines.length > 0) appendFileSync(this.#path(part), lines.join(''), { mode: 0o600 });
    this.#waiting = Array.from({ length: parts }, () => []);
    this.#size = 0;
  }
}

export const partCount = parts;

function partOf(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at++) sum = (sum * 31 + key.charCodeAt(at)) | 0;
  return (sum >>> 0) % parts;
}
