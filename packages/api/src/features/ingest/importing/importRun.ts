import type { ReportInput } from '../../../model/reportInput.ts';
import type { StagedGroup } from '../../../store/ports/staging.ts';
import { buildReport, type BuiltReport } from '../mapping/buildReport.ts';
import type { CompiledReport } from '../mapping/compileMapping.ts';
import type { PrivilegedNumbers } from '../mapping/dropPrivileged.ts';
import { allPlaces, type Place } from '../mapping/place.ts';
import { DistinctTally } from './distinctTally.ts';
import type { ImportOptions, TakenReport } from './importFiles.ts';
import { joinRows } from './joinRows.ts';
import { rejectCell, rejectField, rejectReport, type Rejection } from './rejection.ts';
import { fate, RowTally, type Fate } from './rowTally.ts';

export interface ImportBalance {
  readonly rows: { readonly read: number; readonly imported: number; readonly skipped: number; readonly rejected: number };
  /** Added by this run. */
  readonly reports: number;
  readonly records: number;
  readonly links: number;
  /** Distinct entities that the files speak of, added now or before. */
  readonly entitiesByKind: Readonly<Record<string, number>>;
  readonly privilegedNumbersDropped: number;
  /** The first of them. */
  readonly rejections: readonly Rejection[];
  readonly areRejectionsCut: boolean;
}

const rowsAtOnce = 1_000;
const reportsAtOnce = 500;
/** Rows, joined ones among them, of reports that wait to be handed over together. */
const rowsHeld = 50_000;
const rejectionsKept = 1_000;

interface Waiting {
  readonly built: BuiltReport;
  readonly input: ReportInput;
  readonly rows: readonly Place[];
}

/** One import under way: what was taken, what was rejected and why. */
export class ImportRun {
  readonly tally = new RowTally();
  readonly #entities = new DistinctTally();
  readonly #rejections: Rejection[] = [];
  readonly #added = { reports: 0, records: 0, links: 0, dropped: 0 };
  #isCut = false;
  #rowsDone = 0;
  #rowsToDo = 0;

  constructor(
    private readonly options: ImportOptions & { readonly privileged: PrivilegedNumbers; fileName(file: string): string },
  ) {}

  reject(rejection: Rejection): void {
    const { file, row } = rejection;
    this.tally.mark(file, row, fate.rejected);
    this.tally.explain(file, row);
    if (this.#rejections.length < rejectionsKept) this.#rejections.push({ ...rejection, file: this.options.fileName(file) });
    else this.#isCut = true;
  }

  expectRows(rows: number): void {
    this.#rowsToDo += rows;
  }

  async importReports(report: CompiledReport): Promise<void> {
    const { staging } = this.options;
    for (let last = 0; ;) {
      const groups = await staging.groupsAfter(report.name, last, rowsAtOnce);
      if (groups.length === 0) return;
      last = groups[groups.length - 1]!.ordinal;
      let waiting: Waiting[] = [];
      let held = 0;
      for await (const built of this.#build(report, groups)) {
        waiting.push(built);
        held += built.rows.length;
        if (waiting.length < reportsAtOnce && held < rowsHeld) continue;
        await this.#handOver(waiting);
        waiting = [];
        held = 0;
      }
      if (waiting.length > 0) await this.#handOver(waiting);
      this.#rowsDone += groups.reduce((sum, { rows }) => sum + rows.length, 0);
      this.options.onProgress({ stage: 'importing', done: this.#rowsDone, of: this.#rowsToDo });
    }
  }

  finish(): ImportBalance {
    for (const { file, row, isReached } of this.tally.unexplained())
      this.reject({ file, row, column: null, value: null, ...(isReached ? refusedWithReport : unreached) });
    const { dropped, ...added } = this.#added;
    return {
      rows: this.tally.count(),
      ...added,
      entitiesByKind: this.#entities.byKind(),
      privilegedNumbersDropped: dropped,
      rejections: this.#rejections,
      areRejectionsCut: this.#isCut,
    };
  }

  /** The reports to be handed over, in the order of the groups: a group as soon as its last row is there. */
  async *#build(report: CompiledReport, groups: readonly StagedGroup[]): AsyncGenerator<Waiting> {
    const { staging } = this.options;
    const numbers = groups.flatMap(({ rows }) => rows);
    const found = await staging.rowsByNumber(report.rows, numbers);
    const rows = numbers.map((row) => found.get(row)!);
    const own: Place[] = [];
    const left = groups[Symbol.iterator]();
    let next = left.next();
    for await (const { roots } of joinRows(report, rows, staging))
      for (const place of roots) {
        own.push(place);
        if (next.done || own.length < next.value.rows.length) continue;
        const built = this.#buildOne(report, next.value.key, own.splice(0));
        if (built) yield built;
        next = left.next();
      }
  }

  /** Null: it is refused, or says nothing. */
  #buildOne(report: CompiledReport, key: string, own: readonly Place[]): Waiting | null {
    const { report: built, dropped } = this.options.privileged.drop(buildReport(report, own));
    const places = own.flatMap(allPlaces);
    this.#added.dropped += dropped;
    if (built.problems.length > 0) this.#refuse(places, built.problems.map(rejectCell));
    else if (built.input.records.length === 0) this.#mark(places, fate.skipped);
    else return { built, rows: places, input: this.#address(report, key, built) };
    return null;
  }

  /** Who reports, to whom, under which key. */
  #address(report: CompiledReport, key: string, built: BuiltReport): ReportInput {
    const { agency, audience, mapping } = this.options;
    const { timeZone, country, areaCode } = mapping;
    const idempotencyKey = `import/${mapping.name}/${report.name}/${key}`;
    return { agency, audience, timeZone, country, areaCode, ...built.input, idempotencyKey };
  }

  async #handOver(waiting: readonly Waiting[]): Promise<void> {
    const outcomes = await this.options.sink.take(waiting.map(({ input }) => input));
    for (const outcome of outcomes)
      if (outcome.kind !== 'refused') for (const { id, kind } of outcome.entities) this.#entities.add(id, kind);
    for (const [index, { built, rows }] of waiting.entries()) {
      const outcome = outcomes[index]!;
      if (outcome.kind === 'refused') this.#refuse(rows, explain(outcome, built));
      else this.#mark(rows, outcome.kind === 'added' ? fate.imported : fate.skipped);
      if (outcome.kind !== 'added') continue;
      this.#added.reports++;
      this.#added.records += outcome.records;
      this.#added.links += outcome.links;
    }
  }

  #refuse(places: readonly Place[], rejections: readonly Rejection[]): void {
    this.#mark(places, fate.rejected);
    for (const rejection of rejections) this.reject(rejection);
  }

  #mark(places: readonly Place[], as: Fate): void {
    for (const { file, row } of places) this.tally.mark(file, row.row, as);
  }
}

const refusedWithReport = {
  message: 'The report that this row belongs to was refused for another row or value',
  expected: 'see the other rejections',
};
const unreached = {
  message: 'No report of the mapping takes this row in',
  expected: 'key columns that match a row of another file; one match only where the mapping expects one',
};

function explain(outcome: Extract<TakenReport, { kind: 'refused' }>, built: BuiltReport): Rejection[] {
  return outcome.fields.length > 0
    ? outcome.fields.map((problem) => rejectField(problem, built))
    : [rejectReport(built, outcome)];
}
