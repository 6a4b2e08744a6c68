import { didYouMean } from '../../../model/nearestName.ts';
import type { Problems } from '../problems.ts';
import type { Mapping, ReportMapping } from './mappingShape.ts';
import { root } from './place.ts';
import { compileTemplate, type Template, type TemplateScope } from './template.ts';

/** By file: lists of column positions. */
export type FileKeys = Map<string, number[][]>;

export interface CompiledJoin {
  readonly name: string;
  readonly file: string;
  readonly to: string;
  readonly isOne: boolean;
  /** Which of the file's keys it asks by, and the values to ask for. */
  readonly key: number;
  readonly values: readonly Template[];
  /** File and columns as the user knows them, for messages. */
  readonly on: string;
}

interface JoinContext {
  readonly agency: string;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, number>>;
  fileName(file: string): string;
  readonly files: Mapping['files'];
  readonly keys: FileKeys;
  readonly problems: Problems;
  readonly path: string;
}

/** Joins of one report in the order written; each may start from `root` or an earlier one. */
export function compileJoins(
  report: ReportMapping,
  context: JoinContext,
): { readonly scope: TemplateScope; readonly joins: readonly CompiledJoin[] } {
  const { problems, path, files } = context;
  const sets = new Map([[root, report.rows]]);
  const up = new Map<string, { readonly to: string; readonly isOne: boolean }>();
  const { columns, agency } = context;
  const reachable = reachIn(sets, up);
  const scope: TemplateScope = { sets, reachable, columns, agency, problems, fileName: (file) => context.fileName(file) };
  checkFile(report.rows, `${path}.rows`);
  const joins = Object.entries(report.joins).map(([name, join]): CompiledJoin => {
    const place = `${path}.joins.${name}`;
    checkFile(join.file, `${place}.file`);
    if (!sets.has(join.to))
      problems.add(`${place}.to`, `There is no earlier join ${join.to}`, `one of ${[...sets.keys()].join(', ')}`);
    const pairs = Object.entries(join.on);
    const values = pairs.map(([column, text]) => compileTemplate(text, join.to, scope, `${place}.on.${column}`));
    sets.set(name, join.file);
    up.set(name, { to: join.to, isOne: join.isOne });
    const positions = pairs.map(([column]) => findColumn(join.file, column, `${place}.on`));
    return {
      name,
      file: join.file,
      to: join.to,
      isOne: join.isOne,
      key: registerKey(context.keys, join.file, positions),
      values,
      on: `${context.fileName(join.file)} (${pairs.map(([column]) => column).join(', ')})`,
    };
  });
  return { scope, joins };

  function checkFile(file: string, at: string): void {
    const names = Object.keys(files);
    if (!names.includes(file))
      problems.add(at, `There is no file ${file}${didYouMean(file, names)}`, `one of ${names.join(', ')}`);
  }

  function findColumn(file: string, column: string, at: string): number {
    const known = columns.get(file);
    const index = known?.get(column);
    if (known && index === undefined)
      problems.add(
        at,
        `${context.fileName(file)} has no column ${column}${didYouMean(column, known.keys())}`,
        `one of ${[...known.keys()].join(', ')}`,
      );
    return index ?? 0;
  }
}

/** A row reaches itself, what is joined to it one to one, and all that the row above it reaches. */
function reachIn(
  sets: ReadonlyMap<string, string>,
  up: ReadonlyMap<string, { readonly to: string; readonly isOne: boolean }>,
): (set: string) => ReadonlySet<string> {
  return (set) => {
    const reached = new Set<string>();
    for (let at: string | undefined = set; at !== undefined; at = up.get(at)?.to) reached.add(at);
    for (const name of sets.keys()) {
      const join = up.get(name);
      if (join?.isOne && reached.has(join.to)) reached.add(name);
    }
    return reached;
  };
}

function registerKey(keys: FileKeys, file: string, positions: number[]): number {
  const known = keys.get(file) ?? [];
  keys.set(file, known);
  const at = known.findIndex((key) => key.join() === positions.join());
  return at >= 0 ? at : known.push(positions) - 1;
}
