import { mentionsCardNumber } from '../../../model/cardNumbers.ts';
import type { FieldProblem } from '../../../model/errors.ts';
import type { BuiltReport, Source } from '../mapping/buildReport.ts';
import type { CellProblem } from '../mapping/compileValue.ts';
import type { Place } from '../mapping/place.ts';

/** A row that was not taken in, where it stands and what would be right. */
export interface Rejection {
  readonly file: string;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string | null;
  /** Never a card number. */
  readonly value: string | null;
  readonly message: string;
  readonly expected: string;
}

export function rejectCell({ place, column, value, message, expected }: CellProblem): Rejection {
  return { ...at(place), column, value: withoutCards(value), message, expected };
}

/** Where in the files a problem of the report made from them comes from. */
export function rejectField(problem: FieldProblem, built: BuiltReport): Rejection {
  const { message, expected } = problem;
  const match = /^(records|links)\[(\d+)\](?:\.properties\[(\d+)\](?:\.values\[(\d+)\])?|\.(\w+))?/.exec(problem.path);
  if (!match) {
    const field = problem.path.replace(/\[.*$/, '');
    return { ...at(built.head.place), column: built.head.column(field), value: null, message, expected };
  }
  const list = match[1] as 'records' | 'links';
  const index = Number(match[2]);
  const source: Source = built[list][index] ?? built.head;
  const property = match[3] === undefined ? undefined : built.input[list][index]?.properties?.[Number(match[3])];
  const column = property ? source.column(property.name) : match[5] === undefined ? null : source.column(match[5]);
  const value = property?.values[Number(match[4] ?? 0)] ?? readTime(built, list, index, match[5]);
  return { ...at(source.place), column, value: withoutCards(value), message, expected };
}

export function rejectReport(built: BuiltReport, why: { readonly message: string; readonly expected: string }): Rejection {
  return { ...at(built.head.place), column: null, value: null, ...why };
}

function at(place: Place): { readonly file: string; readonly row: number } {
  return { file: place.file, row: place.row.row };
}

function readTime(built: BuiltReport, list: 'records' | 'links', index: number, field: string | undefined): string | null {
  if (list !== 'links' || (field !== 'start' && field !== 'end')) return null;
  return built.input.links[index]?.[field] ?? null;
}

function withoutCards(value: string | null): string | null {
  return value !== null && mentionsCardNumber(value) ? null : value;
}
