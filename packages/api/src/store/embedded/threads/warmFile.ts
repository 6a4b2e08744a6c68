import { execFile } from 'node:child_process';
import { freemem } from 'node:os';

/** Of the memory that is free. */
const share = 0.5;
/** Milliseconds. */
const longest = 60_000;

/** What the process that reads does: `PATH BYTES`, then how many it read. */
const reading = `
const { openSync, readSync } = require('node:fs');
const [path, most] = process.argv.slice(1);
const file = openSync(path, 'r');
const buffer = Buffer.alloc(4 * 1024 * 1024);
let bytes = 0;
for (let read = 1; read > 0 && bytes < Number(most); bytes += read) read = readSync(file, buffer, 0, buffer.length, bytes);
process.stdout.write(String(bytes));
`;

/**
 * Reads a file once from its beginning, so that the system has it in memory: as much as fits well, for a minute at most.
 * In a process of its own: closing a file drops every lock that its process holds on it, those of SQLite as well, and
 * whoever opens the store beside the server would then take its journal away under it.
 * @returns bytes read; 0 where it was ended before
 */
export function warmFile(path: string, signal: AbortSignal): Promise<number> {
  const most = String(Math.floor(freemem() * share));
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', reading, path, most], { signal, timeout: longest, env: {} }, (error, read) =>
      resolve(error ? 0 : Number(read)),
    );
  });
}
