import type { PropertyDefinition, Vocabulary } from '@linchpin/schema';
import { didYouMean } from '../../../model/nearestName.ts';
import { Problems } from '../problems.ts';
import { compileJoins, type CompiledJoin, type FileKeys } from './compileJoins.ts';
import { compileHead, type CompiledHead } from './compileHead.ts';
import {
  compileAll,
  compileCondition,
  compileValue,
  compileValues,
  type CellProblem,
  type ConditionTest,
  type ValueReader,
  type ValueScope,
} from './compileValue.ts';
import { compileRollUp, type CompiledRollUp } from './rollUp.ts';
import type { LinkMapping, Mapping, RecordMapping, ReportMapping, ValuesMapping } from './mappingShape.ts';
import type { Place } from './place.ts';
import { compileTemplate, type Template } from './template.ts';

export interface CompiledRecord {
  readonly rows: string;
  readonly when: ConditionTest;
  readonly ref: Template;
  readonly kind: string;
  readonly properties: readonly { readonly name: string; readonly reader: ValueReader }[];
}

export interface CompiledLink extends Omit<CompiledRecord, 'ref'> {
  readonly from: Template;
  readonly to: Template;
  readonly start: ValueReader | null;
  readonly end: ValueReader | null;
  readonly rollUp: CompiledRollUp | null;
}

/** What names a report: blank when one of its parts is. */
export interface CompiledKey {
  read(place: Place, problems: CellProblem[]): string;
  readonly column: string | null;
}

export interface CompiledReport {
  readonly name: string;
  readonly rows: string;
  readonly joins: readonly CompiledJoin[];
  readonly key: CompiledKey;
  readonly skipIf: readonly ConditionTest[];
  readonly head: CompiledHead;
  readonly records: readonly CompiledRecord[];
  readonly links: readonly CompiledLink[];
}

export interface CompiledMapping {
  readonly reports: readonly CompiledReport[];
  /** Columns under which the rows of each file are looked up. */
  readonly keys: FileKeys;
}

export interface MappingContext {
  readonly vocabulary: Vocabulary;
  readonly agency: string;
  /** Column positions by file, as the files have them. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, number>>;
  fileName(file: string): string;
}

/**
 * Holds a mapping against the vocabulary and the columns of the files.
 * @throws LinchpinError INVALID with JSON paths: unknown kinds, properties, joins, files and missing columns
 */
export function compileMapping(mapping: Mapping, context: MappingContext): CompiledMapping {
  const problems = new Problems();
  const keys: FileKeys = new Map();
  const reports = mapping.reports.map((report, index) => {
    const path = `reports[${index}]`;
    if (mapping.reports.findIndex(({ name }) => name === report.name) < index)
      problems.add(`${path}.name`, `Another report is called ${report.name}`, 'a name of its own for every report');
    const { scope, joins } = compileJoins(report, { ...context, problems, files: mapping.files, keys, path });
    return compileReport(report, {
      scope: { ...scope, phone: phoneType(context.vocabulary) },
      joins,
      path,
      vocabulary: context.vocabulary,
    });
  });
  problems.throwIfAny();
  return { reports, keys };
}

interface ReportScope {
  readonly scope: ValueScope;
  readonly joins: readonly CompiledJoin[];
  readonly path: string;
  readonly vocabulary: Vocabulary;
}

function compileReport(report: ReportMapping, to: ReportScope): CompiledReport {
  const { scope, path } = to;
  return {
    name: report.name,
    rows: report.rows,
    joins: to.joins,
    key: compileKey(report.key, scope, `${path}.key`),
    skipIf: report.skipIf.map((condition, index) => compileCondition(condition, 'root', scope, `${path}.skipIf[${index}]`)),
    head: compileHead(report.report, scope, `${path}.report`),
    records: report.records.map((record, index) => compileRecord(record, { ...to, path: `${path}.records[${index}]` })),
    links: report.links.map((link, index) => compileLink(link, { ...to, path: `${path}.links[${index}]` })),
  };
}

function compileKey(key: ValuesMapping, scope: ValueScope, path: string): CompiledKey {
  const parts = [key]
    .flat()
    .map((part, index) => compileValue(part, 'root', scope, Array.isArray(key) ? `${path}[${index}]` : path));
  return {
    column: parts.find((part) => part.column !== null)?.column ?? null,
    read(place, problems) {
      const values = parts.map((part) => part.read(place, problems).join());
      if (values.length === 1) return values[0]!;
      // `1/23` and `4` are not `1` and `23/4`.
      return values.includes('') ? '' : values.map((value) => value.replaceAll(/[\\/]/g, '\\$&')).join('/');
    },
  };
}

function compileRecord(record: RecordMapping, { scope, path, vocabulary }: ReportScope): CompiledRecord {
  const kind = vocabulary.entityKinds.get(record.kind);
  if (!kind) reportUnknown(`${path}.kind`, record.kind, vocabulary.entityKinds.keys(), scope);
  checkSet(record.rows, scope, path);
  return {
    rows: record.rows,
    when: compileAll(record.when, record.rows, scope, `${path}.when`),
    ref: compileTemplate(record.ref, record.rows, scope, `${path}.ref`),
    kind: record.kind,
    properties: compileProperties(record, kind?.properties ?? null, scope, path),
  };
}

function compileLink(link: LinkMapping, { scope, path, vocabulary }: ReportScope): CompiledLink {
  const kind = vocabulary.linkKinds.get(link.kind);
  if (!kind) reportUnknown(`${path}.kind`, link.kind, vocabulary.linkKinds.keys(), scope);
  checkSet(link.rows, scope, path);
  const time = (field: 'start' | 'end'): ValueReader | null =>
    link[field] === undefined ? null : compileValue(link[field], link.rows, scope, `${path}.${field}`);
  return {
    rows: link.rows,
    when: compileAll(link.when, link.rows, scope, `${path}.when`),
    kind: link.kind,
    from: compileTemplate(link.from, link.rows, scope, `${path}.from`),
    to: compileTemplate(link.to, link.rows, scope, `${path}.to`),
    start: time('start'),
    end: time('end'),
    properties: compileProperties(link, kind?.properties ?? null, scope, path),
    rollUp: link.rollUp ? compileRollUp(link.rollUp, link.rows, scope, `${path}.rollUp`) : null,
  };
}

function compileProperties(
  { rows, properties }: Pick<RecordMapping, 'rows' | 'properties'>,
  definitions: readonly PropertyDefinition[] | null,
  scope: ValueScope,
  path: string,
): CompiledRecord['properties'] {
  return Object.entries(properties).map(([name, values]) => {
    const place = `${path}.properties.${name}`;
    const names = definitions?.map((definition) => definition.name);
    if (names && !names.includes(name)) reportUnknown(place, name, names, scope);
    return { name, reader: compileValues(values, rows, scope, place) };
  });
}

function checkSet(set: string, scope: ValueScope, path: string): void {
  if (!scope.sets.has(set)) reportUnknown(`${path}.rows`, set, scope.sets.keys(), scope);
}

function reportUnknown(path: string, name: string, known: Iterable<string>, scope: ValueScope): void {
  const names = [...known];
  scope.problems.add(path, `There is no ${name}${didYouMean(name, names)}`, `one of ${names.join(', ')}`);
}

function phoneType(vocabulary: Vocabulary): ValueScope['phone'] {
  return vocabulary.entityKinds.get('PHONE')?.properties.find((property) => property.name === 'number')?.type ?? null;
}
