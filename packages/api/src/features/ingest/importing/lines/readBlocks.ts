import { open } from 'node:fs/promises';
import { LinchpinError } from '../../../../model/errors.ts';
import type { LineBlock } from './lineBlock.ts';

const blockBytes = 1 << 20;
/** A report holds at most some 15,000 parts: a longer line is no report. */
const longestLine = 64 << 20;
const newline = 10;

/**
 * A file of lines, cut between lines into blocks of about a megabyte. Bytes are not looked into.
 * @throws LinchpinError INVALID, naming the file: not there, a ZIP, UTF-16, a line without end
 */
export async function* readBlocks(path: string, name: string): AsyncGenerator<LineBlock> {
  const file = await open(path).catch((error: unknown) => {
    throw new LinchpinError('INVALID', `${name} is not there, or cannot be read`, [], { cause: error });
  });
  try {
    let rest = Buffer.alloc(0);
    let first = 1;
    for (let isStart = true; ;) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(blockBytes), 0, blockBytes, null);
      const read = buffer.subarray(0, bytesRead);
      if (isStart) refuseOthers(read, name);
      isStart = false;
      const end = read.lastIndexOf(newline) + 1;
      if (bytesRead === 0) {
        if (rest.length > 0) yield { first, bytes: own(rest) };
        return;
      }
      if (end > 0) {
        const bytes = own(rest, read.subarray(0, end));
        const next = first + countLines(bytes);
        // Whoever gets it may hand its memory on.
        yield { first, bytes };
        first = next;
        rest = Buffer.from(read.subarray(end));
      } else rest = Buffer.concat([rest, read]);
      if (rest.length > longestLine)
        throw new LinchpinError('INVALID', `${name} line ${first} has no end. What would be right: one report a line`);
    }
  } finally {
    await file.close();
  }
}

/** In memory of its own, so that it can be handed to another thread. */
function own(...parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

function refuseOthers(head: Buffer, name: string): void {
  const what =
    head.length === 0
      ? 'is empty'
      : head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
        ? 'is a ZIP or an Excel workbook, whatever its name'
        : head.subarray(0, 4_096).includes(0)
          ? 'is no UTF-8 text'
          : null;
  if (what) throw new LinchpinError('INVALID', `${name} ${what}. What would be right: reports as JSON, one a line, in UTF-8`);
}
