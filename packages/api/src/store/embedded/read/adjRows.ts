import { moveColumn } from './moveColumn.ts';
import { kindBits } from '../interning.ts';
import { RowTimes } from './rowTimes.ts';

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** One adjacency row on its way into columns. Times are NaN where there is none. */
export interface RowCells {
  readonly other: number;
  readonly ld: number;
  readonly o: number;
  readonly links: number;
  readonly reports: number;
  readonly sure: number;
  readonly first: number;
  readonly last: number;
  /** Beginning of the other's public id (`placeOf`). */
  readonly place: number;
  /** Whether the other may be a protected person (`may`). */
  readonly may: number;
}

/** Whether the other end may be a protected person: its guard flag, as far as it is known. */
export const may = { unknown: 0, not: 1, be: 2 } as const;

/** Adjacency rows of one entity in columns, in the order of (other, ld, o): some 50 bytes a row. */
export class AdjRows {
  count = 0;
  other: Float64Array;
  kind: Uint8Array;
  ld: Uint8Array;
  o: Uint16Array;
  links: Uint32Array;
  reports: Uint32Array;
  sure: Uint32Array;
  first: Float64Array;
  last: Float64Array;
  place: Float64Array;
  may: Uint8Array;
  readonly times = new RowTimes();

  constructor(
    readonly e: number,
    capacity: number,
  ) {
    this.other = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.ld = new Uint8Array(capacity);
    this.o = new Uint16Array(capacity);
    this.links = new Uint32Array(capacity);
    this.reports = new Uint32Array(capacity);
    this.sure = new Uint32Array(capacity);
    this.first = new Float64Array(capacity);
    this.last = new Float64Array(capacity);
    this.place = new Float64Array(capacity);
    this.may = new Uint8Array(capacity);
  }

  get bytes(): number {
    return this.#columns().reduce((sum, column) => sum + column.byteLength, 500) + this.times.bytes;
  }

  /** Behind the last one: rows must come in order. */
  push(row: RowCells): void {
    if (this.count === this.other.length) this.#grow(this.count + 1);
    this.#set(this.count++, row);
  }

  /** First row of this other, or of the next one. */
  lower(other: number): number {
    let low = 0;
    for (let high = this.count; low < high;) {
      const middle = (low + high) >> 1;
      if (this.other[middle]! < other) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A copy of the rows to these others, given in order. */
  only(others: readonly number[]): AdjRows {
    const found = new AdjRows(this.e, others.length);
    for (const other of others)
      for (let i = this.lower(other); i < this.count && this.other[i] === other; i++) found.push(this.row(i));
    return found;
  }

  /** Takes rows in that are new or have grown; in order. */
  merge(fresh: AdjRows): void {
    const places: { at: number; from: number }[] = [];
    for (let from = 0; from < fresh.count; from++) {
      const at = this.#find(fresh, from);
      if (at < this.count && this.#compare(at, fresh, from) === 0) {
        this.#set(at, fresh.row(from));
        this.times.forget(at);
      } else places.push({ at, from });
    }
    if (places.length === 0) return;
    if (this.count + places.length > this.other.length) this.#grow(this.count + places.length);
    let end = this.count;
    for (let n = places.length - 1; n >= 0; n--) {
      const { at, from } = places[n]!;
      for (const column of this.#columns()) column.copyWithin(at + n + 1, at, end);
      this.times.shift(at, end, n + 1);
      this.#set(at + n, fresh.row(from));
      this.times.forget(at + n);
      end = at;
    }
    this.count += places.length;
  }

  /** Gives room back that is not used. */
  fit(): void {
    if (this.other.length > this.count * 1.2 + 64) this.#resize(Math.ceil(this.count * 1.05) + 16);
  }

  row(i: number): RowCells {
    return {
      other: this.other[i]!,
      ld: this.ld[i]!,
      o: this.o[i]!,
      links: this.links[i]!,
      reports: this.reports[i]!,
      sure: this.sure[i]!,
      first: this.first[i]!,
      last: this.last[i]!,
      place: this.place[i]!,
      may: this.may[i]!,
    };
  }

  #set(i: number, row: RowCells): void {
    this.other[i] = row.other;
    this.kind[i] = row.other % kindBits;
    this.ld[i] = row.ld;
    this.o[i] = row.o;
    this.links[i] = row.links;
    this.reports[i] = row.reports;
    this.sure[i] = row.sure;
    this.first[i] = row.first;
    this.last[i] = row.last;
    this.place[i] = row.place;
    this.may[i] = row.may;
  }

  #find(rows: AdjRows, i: number): number {
    let low = 0;
    for (let high = this.count; low < high;) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, rows, i) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(mine: number, rows: AdjRows, theirs: number): number {
    return this.other[mine]! - rows.other[theirs]! || this.ld[mine]! - rows.ld[theirs]! || this.o[mine]! - rows.o[theirs]!;
  }

  #columns(): Column[] {
    const { other, kind, ld, o, links, reports, sure, first, last, place } = this;
    return [other, kind, ld, o, links, reports, sure, first, last, place, this.may];
  }

  #grow(least: number): void {
    this.#resize(Math.ceil(least * 1.1) + 16);
  }

  #resize(capacity: number): void {
    const { count } = this;
    const moved = <T extends Column>(from: T, to: T): T => moveColumn(from, to, count);
    this.other = moved(this.other, new Float64Array(capacity));
    this.kind = moved(this.kind, new Uint8Array(capacity));
    this.ld = moved(this.ld, new Uint8Array(capacity));
    this.o = moved(this.o, new Uint16Array(capacity));
    this.links = moved(this.links, new Uint32Array(capacity));
    this.reports = moved(this.reports, new Uint32Array(capacity));
    this.sure = moved(this.sure, new Uint32Array(capacity));
    this.first = moved(this.first, new Float64Array(capacity));
    this.last = moved(this.last, new Float64Array(capacity));
    this.place = moved(this.place, new Float64Array(capacity));
    this.may = moved(this.may, new Uint8Array(capacity));
  }
}

const placeLetters = 7;

/** The first letters of a public id (ASCII) as one number of the same order: where two are equal, the ids decide. */
export function placeOf(id: string): number {
  let place = 0;
  for (let at = 0; at < placeLetters; at++) place = place * 128 + (at < id.length ? id.charCodeAt(at) & 127 : 0);
  return place;
}
