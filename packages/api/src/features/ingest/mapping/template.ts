import { didYouMean } from '../../../model/nearestName.ts';
import type { Problems } from '../problems.ts';
import { findPlace, type Place } from './place.ts';

/** What the templates of one report definition may name. */
export interface TemplateScope {
  /** File by set: `root` and every join. */
  readonly sets: ReadonlyMap<string, string>;
  /** Sets that a row of this set can reach: itself, one-to-one joins, and further up. */
  reachable(set: string): ReadonlySet<string>;
  /** Column positions by file. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Path of the file as the user knows it. */
  fileName(file: string): string;
  readonly agency: string;
  readonly problems: Problems;
}

export interface Template {
  /** Blank when one of its columns is. */
  fill(place: Place): string;
  /** First column it names, for messages; null for a constant. */
  readonly column: string | null;
}

type Part = { readonly text: string } | { readonly set: string; readonly column: string; readonly index: number };

/** @param set rows it is filled from. @param path of the template inside the mapping, for messages */
export function compileTemplate(text: string, set: string, scope: TemplateScope, path: string): Template {
  const parts = text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? compilePlaceholder(piece.slice(1, -1), set, scope, path) : { text: piece }))
    .filter((part) => part !== null);
  const first = parts.find((part) => 'column' in part);
  return { fill: (place) => fillParts(parts, place), column: first?.column ?? null };
}

function fillParts(parts: readonly Part[], place: Place): string {
  let filled = '';
  for (const part of parts) {
    const text = 'text' in part ? part.text : (findPlace(place, part.set)?.row.values[part.index] ?? '').trim();
    if (text === '') return '';
    filled += text;
  }
  return filled;
}

function compilePlaceholder(written: string, set: string, scope: TemplateScope, path: string): Part | null {
  if (written === '$agency') return { text: scope.agency };
  const dot = written.indexOf('.');
  const named = dot > 0 && scope.sets.has(written.slice(0, dot)) ? written.slice(0, dot) : null;
  const target = named ?? set;
  const column = named === null ? written : written.slice(dot + 1);
  const file = scope.sets.get(target);
  if (file === undefined) return null;
  if (!scope.reachable(set).has(target)) {
    const expected = `one of ${[...scope.reachable(set)].join(', ')}; or make ${target} isOne, or take rows from ${target}`;
    scope.problems.add(path, `A row of ${set} has no single row of ${target}`, expected);
    return null;
  }
  const columns = scope.columns.get(file);
  const index = columns?.get(column);
  if (!columns || index !== undefined) return index === undefined ? null : { set: target, column, index };
  const known = [...columns.keys()];
  const message = `${scope.fileName(file)} has no column ${column}${didYouMean(column, known)}`;
  scope.problems.add(path, message, `one of ${known.join(', ')}`);
  return null;
}
