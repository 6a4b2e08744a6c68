import { readFileSync } from 'node:fs';

/** Clock ticks are hundredths of a second on every Linux that Node runs on. */
const tick = 10;

/** Milliseconds that the main thread of a process has computed, and the whole process; null where there is no /proc. */
export function threadTime(pid: number): { readonly main: number; readonly whole: number } | null {
  try {
    return { main: read(`/proc/${pid}/task/${pid}/stat`), whole: read(`/proc/${pid}/stat`) };
  } catch {
    return null;
  }
}

function read(path: string): number {
  // The second column is a name in brackets, which may hold blanks.
  const columns = readFileSync(path, 'utf8').split(') ')[1]!.split(' ');
  return (Number(columns[11]) + Number(columns[12])) * tick;
}
