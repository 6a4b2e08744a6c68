import { open, type FileHandle } from 'node:fs/promises';
import { LinchpinError } from '../model/errors.ts';
import type { RejectedLine } from '../features/ingest/importing/lines/lineBlock.ts';

/**
 * Refused lines, one JSON object a line: where they stood, what is wrong, and the line itself where it may be kept.
 * Made at the first of them; read by its owner alone.
 */
export class RejectsFile {
  #file: FileHandle | null = null;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Null while nothing was refused. */
  get path(): string | null {
    return this.#file && this.#path;
  }

  async add(file: string, { line, problems, text }: RejectedLine): Promise<void> {
    this.#file ??= await open(this.#path, 'w', 0o600).catch((error: unknown) => {
      throw new LinchpinError('INVALID', `${this.#path} cannot be written: --rejects names another file`, [], { cause: error });
    });
    await this.#file.appendFile(`${JSON.stringify({ file, line, problems, text })}\n`);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
