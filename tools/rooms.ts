import { join } from 'node:path';
import { findProblems, lineCount, longFile } from './rooms/findProblems.ts';
import { readSources } from './rooms/readSources.ts';

const packages = join(import.meta.dirname, '../packages');

/** What breaks the import table, the length limit or the naming rule, as sentences. */
export function checkRooms(): string[] {
  return findProblems(readSources(packages));
}

/** Files worth a second look though allowed, longest first: `212 api/src/...`. */
export function longFiles(): string[] {
  return readSources(packages)
    .map(({ path, source }) => ({ path, lines: lineCount(source) }))
    .filter(({ lines }) => lines > longFile)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${lines} ${path}`);
}
