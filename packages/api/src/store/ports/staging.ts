/** One row of a file: its number as a spreadsheet shows it (the header is row 1) and its values by column. */
export interface StagedRow {
  readonly row: number;
  readonly values: readonly string[];
}

/** Rows of one file that make one report, in file order. */
export interface StagedGroup {
  readonly ordinal: number;
  readonly key: string;
  readonly rows: readonly number[];
}

/** Values of a key (`joinKey`), each once; `most` rows are wanted for each. */
export interface AskedMatches {
  readonly values: readonly string[];
  readonly most: number;
}

/**
 * Room on disk for the files of one import, so that memory stays flat and files can be joined.
 * Not evidence yet: nothing here is durable, and `close` deletes all of it.
 */
export interface StagingArea {
  /** Makes room for a file. `keys`: lists of column positions under which its rows will be asked for. */
  addFile(file: string, keys: readonly (readonly number[])[]): Promise<void>;
  addRows(file: string, rows: readonly StagedRow[]): Promise<void>;
  /** All rows are in: from here on they can be asked for. */
  seal(file: string): Promise<void>;
  rowsAfter(file: string, row: number, limit: number): Promise<readonly StagedRow[]>;
  rowsByNumber(file: string, rows: readonly number[]): Promise<ReadonlyMap<number, StagedRow>>;
  /** Rows whose values at the key's columns are one of these, by value: the first `most` of each, in file order. */
  matches(file: string, key: number, asked: AskedMatches): Promise<ReadonlyMap<string, readonly StagedRow[]>>;
  /** How many `matches` would give, by value; those without any are left out. */
  countMatches(file: string, key: number, asked: AskedMatches): Promise<ReadonlyMap<string, number>>;
  /** Says which group each row belongs to. */
  addMembers(list: string, members: readonly { readonly key: string; readonly row: number }[]): Promise<void>;
  /** All members are in: orders the groups of a list by their first row. */
  sealGroups(list: string): Promise<void>;
  /** Groups after an ordinal (from 0), at least one, and at most about `rows` rows altogether. */
  groupsAfter(list: string, ordinal: number, rows: number): Promise<readonly StagedGroup[]>;
  close(): Promise<void>;
}

/** Several key columns as one text; blank when one of them is, which matches nothing. */
export function joinKey(values: readonly string[]): string {
  const trimmed = values.map((value) => value.trim());
  return trimmed.some((value) => value === '') ? '' : trimmed.join('\u001f');
}
