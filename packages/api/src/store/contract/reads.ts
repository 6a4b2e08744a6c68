import { LinchpinError } from '../../model/errors.ts';
import type { Scope } from '../../model/scope.ts';
import type { Encounter, Position } from '../../model/views.ts';
import type { GraphStore } from '../ports/graphStore.ts';

export const writes = ['addReports', 'retractReport', 'recluster'] as const;
/** Asked without a scope. */
export const unscoped = ['changes', 'lastChange', 'verify', 'close'] as const;
export type ReadName = Exclude<keyof GraphStore, (typeof writes)[number] | (typeof unscoped)[number]>;

type Arguments<R extends ReadName> = Parameters<GraphStore[R]> extends [Scope, ...infer Rest] ? Rest : never;

/** A read as plain data. Pages are walked to the end, `first` at a time. */
export interface Question<R extends ReadName = ReadName> {
  readonly read: R;
  readonly scope: Scope;
  readonly args: Arguments<R>;
}

/** What can be asked with random arguments, one function a read: a read that is not here does not compile. */
export type Askers<Context> = { readonly [R in ReadName]: (context: Context) => Arguments<R> };

const mostPages = 2_000;

/** The whole answer as plain data, without what is the store's own business (positions, the order of encounters). */
export async function ask(store: GraphStore, question: Question): Promise<unknown> {
  try {
    const answer = await askOnce(store, question, null);
    const pages = [answer];
    let last = answer;
    while (isCut(last) && pages.length < mostPages) {
      last = await askOnce(store, question, lastPosition(last));
      pages.push(last);
    }
    return plain(pages.length === 1 ? answer : pages);
  } catch (error) {
    if (error instanceof LinchpinError) return { refused: error.code };
    throw error;
  }
}

async function askOnce(store: GraphStore, { read, scope, args }: Question, after: Position | null): Promise<unknown> {
  const method = store[read] as unknown as (...all: readonly unknown[]) => Promise<unknown>;
  return method.call(store, scope, ...args.map((argument) => placeAfter(argument, after)));
}

function placeAfter(argument: unknown, after: Position | null): unknown {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return argument;
  if ('after' in argument) return { ...argument, after };
  return 'page' in argument ? { ...argument, page: placeAfter(argument.page, after) } : argument;
}

interface Cut {
  readonly hasNext: boolean;
  readonly items?: readonly { readonly position: Position }[];
  readonly hits?: readonly { readonly position: Position }[];
}

function isCut(answer: unknown): answer is Cut {
  return typeof answer === 'object' && answer !== null && 'hasNext' in answer && answer.hasNext === true;
}

function lastPosition({ items, hits }: Cut): Position {
  const last = (items ?? hits ?? []).at(-1);
  if (!last) throw new Error('A page without items says that there is a next one');
  return last.position;
}

function plain(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => {
      if (key === 'position') return undefined;
      return key === 'encounters' ? sortEncounters(value as readonly Encounter[]) : value;
    }),
  );
}

function sortEncounters(encounters: readonly Encounter[]): Encounter[] {
  const name = (met: Encounter): string => `${met.holder} ${met.reportNumber} ${met.entityId}`;
  return [...encounters].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
