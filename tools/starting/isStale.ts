import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether something built has to be built again: it is missing, or one of its sources is newer. */
export function isStale(built: string, sources: readonly string[]): boolean {
  const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt === undefined || sources.some((source) => newestBelow(source) > builtAt);
}

/** Epoch milliseconds of the newest file at or below a path; 0 when there is none. */
function newestBelow(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestBelow(join(path, name))), 0);
}
