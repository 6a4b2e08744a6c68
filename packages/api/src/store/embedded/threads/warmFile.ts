import { open } from 'node:fs/promises';
import { freemem } from 'node:os';

const piece = 4 * 1_024 * 1_024;
/** Of the memory that is free. */
const share = 0.5;
/** Milliseconds. */
const longest = 60_000;

/**
 * Reads a file once from its beginning, so that the system has it in memory: as much as fits well, for a minute at most.
 * @returns bytes read
 */
export async function warmFile(path: string, signal: AbortSignal): Promise<number> {
  const until = performance.now() + longest;
  const atMost = freemem() * share;
  const buffer = Buffer.alloc(piece);
  const file = await open(path, 'r');
  let bytes = 0;
  try {
    while (!signal.aborted && bytes < atMost && performance.now() < until) {
      const { bytesRead } = await file.read(buffer, 0, piece, bytes);
      if (bytesRead === 0) break;
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
  return bytes;
}
