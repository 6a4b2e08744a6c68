import { open, type FileHandle } from 'node:fs/promises';
import { LinchpinError } from '../model/errors.ts';
import type { RejectedLine } from '../features/ingest/importing/lines/lineBlock.ts';

/**
 * Refused lines, one JSON object a line: where they stood, what is wrong, and the line itself where it may be kept.
 * Made at the first of them; read by its owner alone.
 */
export class RejectsFile {
  readonly #path: string;
  #file: FileHandle | null = null;
  /** Blocks are stored beside one another: the file is made once, and takes a line at a time. */
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Null while nothing was refused. */
  get path(): string | null {
    return this.#file && this.#path;
  }

  /** @throws LinchpinError INVALID when the file cannot be written */
  add(file: string, { line, problems, text }: RejectedLine): Promise<void> {
    const added = this.#last.then(async () => {
      this.#file ??= await this.#open();
      await this.#file.appendFile(`${JSON.stringify({ file, line, problems, text })}\n`);
    });
    this.#last = added.catch(() => undefined);
    return added;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file?.close();
  }

  async #open(): Promise<FileHandle> {
    try {
      const file = await open(this.#path, 'w', 0o600);
      // One that was there keeps the rights it had.
      await file.chmod(0o600);
      return file;
    } catch (error) {
      throw new LinchpinError('INVALID', `${this.#path} cannot be written: --rejects names another file`, [], { cause: error });
    }
  }
}
