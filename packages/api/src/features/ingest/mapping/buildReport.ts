import type { LinkInput, PropertyInput, RecordInput, ReportInput } from '../../../model/reportInput.ts';
import type { CompiledLink, CompiledReport } from './compileMapping.ts';
import type { CellProblem, ValueReader } from './compileValue.ts';
import { placesOf, type Place } from './place.ts';

/** Where a record, link or report came from, so that a problem can be shown in its file. */
export interface Source {
  readonly place: Place;
  column(property: string): string | null;
}

export interface BuiltReport {
  readonly input: ReportInput;
  readonly head: Source;
  /** By ordinal of the input. */
  readonly records: readonly Source[];
  readonly links: readonly Source[];
  readonly problems: readonly CellProblem[];
}

/** Makes one report of its rows. A record of which every property is blank is left out, and links to it with it. */
export function buildReport(report: CompiledReport, roots: readonly Place[]): BuiltReport {
  const problems: CellProblem[] = [];
  const records = buildRecords(report, roots, problems);
  const links = buildLinks(report, roots, problems).filter(
    ({ input }) => !records.blank.has(input.from) && !records.blank.has(input.to),
  );
  const kept = [...records.byRef.values()];
  return {
    input: {
      ...report.head.read(roots, problems),
      records: kept.map(({ input }) => input),
      links: links.map(({ input }) => input),
    },
    head: { place: roots[0]!, column: (field) => report.head.column(field) },
    records: kept.map(({ source }) => source),
    links: links.map(({ source }) => source),
    problems,
  };
}

interface Built<T> {
  input: T;
  readonly source: Source;
}

function buildRecords(
  report: CompiledReport,
  roots: readonly Place[],
  problems: CellProblem[],
): { readonly byRef: ReadonlyMap<string, Built<RecordInput>>; readonly blank: ReadonlySet<string> } {
  const byRef = new Map<string, Built<RecordInput>>();
  const blank = new Set<string>();
  for (const record of report.records) {
    for (const place of roots.flatMap((root) => placesOf(root, record.rows))) {
      if (!record.when(place, problems)) continue;
      const ref = record.ref.fill(place);
      const properties = readProperties(record.properties, place, problems);
      const known = byRef.get(ref);
      if (properties.length === 0) {
        if (!known) blank.add(ref);
        continue;
      }
      blank.delete(ref);
      const input = { ref, kind: record.kind, properties: mergeProperties(known?.input.properties ?? [], properties) };
      byRef.set(ref, { input, source: known?.source ?? { place, column: columnOf(record.properties) } });
    }
  }
  return { byRef, blank };
}

function buildLinks(report: CompiledReport, roots: readonly Place[], problems: CellProblem[]): Built<LinkInput>[] {
  return report.links.flatMap((link) => {
    const places = roots.flatMap((root) => placesOf(root, link.rows)).filter((place) => link.when(place, problems));
    const groups = link.rollUp ? groupByEnds(link, places, problems) : places.map((place) => [place]);
    return groups.map((group) => buildLink(link, group, problems));
  });
}

function buildLink(link: CompiledLink, places: readonly Place[], problems: CellProblem[]): Built<LinkInput> {
  const place = places[0]!;
  const own = readProperties(link.properties, place, problems);
  const rolled = link.rollUp?.read(places, problems) ?? [];
  const column = columnOf(link.properties);
  return {
    input: { ...readEnds(link, place, problems), kind: link.kind, properties: mergeProperties(own, rolled) },
    source: {
      place,
      column: (name) =>
        name === 'start' || name === 'end' ? (link[name]?.column ?? null) : (column(name) ?? link.rollUp?.column(name) ?? null),
    },
  };
}

function readEnds(link: CompiledLink, place: Place, problems: CellProblem[]): Pick<LinkInput, 'from' | 'to' | 'start' | 'end'> {
  const start = link.start?.read(place, problems)[0] ?? null;
  const end = link.end?.read(place, problems)[0] ?? null;
  return { from: link.from.fill(place), to: link.to.fill(place), start, end };
}

function groupByEnds(link: CompiledLink, places: readonly Place[], problems: CellProblem[]): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = JSON.stringify(readEnds(link, place, problems));
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

type NamedReaders = readonly { readonly name: string; readonly reader: ValueReader }[];

function readProperties(readers: NamedReaders, place: Place, problems: CellProblem[]): PropertyInput[] {
  return readers
    .map(({ name, reader }) => ({ name, values: reader.read(place, problems) }))
    .filter(({ values }) => values.length > 0);
}

function columnOf(readers: NamedReaders): (property: string) => string | null {
  return (property) => readers.find(({ name }) => name === property)?.reader.column ?? null;
}

/** Values of both, each once. */
function mergeProperties(before: readonly PropertyInput[], after: readonly PropertyInput[]): PropertyInput[] {
  const merged = new Map(before.map(({ name, values }) => [name, values]));
  for (const { name, values } of after) merged.set(name, [...new Set([...(merged.get(name) ?? []), ...values])]);
  return [...merged].map(([name, values]) => ({ name, values }));
}
