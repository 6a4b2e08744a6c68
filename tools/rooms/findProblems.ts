import { posix } from 'node:path';
import { importsOf } from './importsOf.ts';
import { lodgers, rooms, type Room } from './table.ts';

/** A file of the product: path below `packages/`, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

export const longestFile = 300;
export const longFile = 180;

/** Sentences that say what is wrong and where the line belongs; [] when the house is in order. */
export function findProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...nameProblems(file), ...lengthProblems(file), ...directionProblems(file)]);
}

export function lineCount(source: string): number {
  return source.replace(/\n$/, '').split('\n').length;
}

function nameProblems({ path }: SourceFile): string[] {
  return path
    .split('/')
    .map((part) => part.replace(/\..*$/, ''))
    .filter((stem) => /^(utils?|helpers?|common|misc|managers?|base)$/i.test(stem) || /(Utils?|Helpers?|Manager)$/.test(stem))
    .map((stem) => `${path}: "${stem}" says nothing about what is inside. Name it after the one thing it does.`);
}

function lengthProblems({ path, source }: SourceFile): string[] {
  const lines = lineCount(source);
  if (lines <= longestFile) return [];
  return [`${path}: ${lines} lines, more than ${longestFile}. Which second thing is in here? Give it a file of its own.`];
}

function directionProblems({ path, source }: SourceFile): string[] {
  if (isTest(path)) return [];
  const room = roomOf(path);
  if (!room) return [`${path}: belongs to no room. ARCHITECTURE.md lists the rooms; tools/rooms/table.ts holds them.`];
  return importsOf(path, source).flatMap(({ from, line }) => {
    const problem = importProblem(path, room, from);
    return problem ? [`${path}:${line} (${room.name}) imports ${from}: ${problem}`] : [];
  });
}

function importProblem(path: string, room: Room, from: string): string | null {
  const target = targetOf(path, from);
  if (target === null) return lodgerProblem(room, from);
  if (room.alsoMayImport?.includes(target) || target === `${path.split('/')[0]}/package.json`) return null;
  const other = roomOf(target);
  if (!other) return `${target} belongs to no room.`;
  if (folderOf(other, target) !== folderOf(room, path) && shareFolders(room, other))
    return `a ${room.name} never imports another ${other.name}. A rule that two of them share belongs in ${sharedPlace(room)}.`;
  if (other === room || room.mayImport.includes(other.name)) return null;
  const allowed = room.mayImport.length > 0 ? room.mayImport.join(', ') : 'no other room';
  return (
    `what lives here ${room.purpose} and may import ${allowed}; ${other.name} ${other.purpose}. ` +
    `Move the line to a room that may import ${other.name}${importersOf(other)}, or hand the value in as an argument.`
  );
}

function lodgerProblem(room: Room, from: string): string | null {
  if (room.name === 'schema' || room.name === 'model')
    if (/^node:(fs|http|https|net|dns|child_process|worker_threads|tls)(\/|$)/.test(from))
      return `${room.name} does no I/O. Do it in an adapter or in main and hand the result in.`;
  const lodger = lodgers.find(({ library }) => library.test(from));
  return lodger && !lodger.livesIn.includes(room.name) ? `${lodger.reason} (it lives in ${lodger.livesIn.join(', ')}).` : null;
}

/** Path below `packages/` of an import of ours; null for a library. */
function targetOf(path: string, from: string): string | null {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), from));
  const ours = /^@linchpin\/([^/]+)/.exec(from);
  return ours ? `${ours[1]}/src/index.ts` : null;
}

export function roomOf(path: string): Room | null {
  return rooms.find((room) => room.holds.test(path)) ?? null;
}

/** The x of `features/x` or `panels/x`; a single file directly in `panels` is a panel of its own. */
function folderOf(room: Room, path: string): string | null {
  return room.isOnePerFolder ? (room.holds.exec(path)?.[1]?.replace(/\..*$/, '') ?? null) : null;
}

function shareFolders(room: Room, other: Room): boolean {
  return Boolean(room.isOnePerFolder && other.isOnePerFolder);
}

function sharedPlace(room: Room): string {
  return room.name === 'panel' ? 'explorer/ui, view or actions' : 'api/model';
}

function importersOf(other: Room): string {
  const names = rooms.filter((room) => room.mayImport.includes(other.name)).map((room) => room.name);
  return names.length > 0 ? ` (${names.join(', ')})` : '';
}

/** Tests, fixtures and the contract's generators look from outside: no direction, but names and lengths hold. */
function isTest(path: string): boolean {
  return /(\.(test|contract|fixture|fixtures)\.tsx?$|\/(fixtures|testing|generated)\/)/.test(path);
}
