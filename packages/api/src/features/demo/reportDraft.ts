import type { LinkInput, PropertyInput, RecordInput, ReportInput } from '../../model/reportInput.ts';

/** Something a report speaks of, as it says it. */
export interface Thing {
  readonly kind: string;
  readonly properties: Said;
}

export type Said = Readonly<Record<string, string | readonly string[]>>;
export type ReportHead = Omit<ReportInput, 'records' | 'links' | 'timeZone' | 'receivedAt' | 'idempotencyKey'> & {
  readonly agency: string;
  readonly receivedAt: string;
};

export const demoZone = 'America/Chicago';

/** A report being written: things it names become records, once each, and sentences become links. */
export class ReportDraft {
  readonly #records = new Map<string, RecordInput>();
  readonly #links: LinkInput[] = [];

  constructor(private readonly head: ReportHead) {}

  /** Names a thing; returns its ref. Naming it again in the same words is the same record. */
  mention(thing: Thing): string {
    const key = JSON.stringify(thing);
    const known = this.#records.get(key);
    if (known) return known.ref;
    const record = { ref: `r${this.#records.size + 1}`, kind: thing.kind, properties: propertiesOf(thing.properties) };
    this.#records.set(key, record);
    return record.ref;
  }

  /** `from` - link kind - `to`, as in the table of link kinds. `start` and `end` are its interval; the rest are its properties. */
  say(from: Thing, kind: string, to: Thing, { start, end, ...said }: Said & { start?: string; end?: string } = {}): this {
    const properties = propertiesOf(said);
    this.#links.push({ kind, from: this.mention(from), to: this.mention(to), start, end, properties });
    return this;
  }

  finish(): ReportInput {
    return { ...this.head, timeZone: demoZone, records: [...this.#records.values()], links: this.#links };
  }
}

function propertiesOf(said: Readonly<Record<string, string | readonly string[] | undefined>>): PropertyInput[] {
  return Object.entries(said).flatMap(([name, values]) =>
    values === undefined ? [] : [{ name, values: typeof values === 'string' ? [values] : values }],
  );
}
