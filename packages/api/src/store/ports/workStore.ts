/** Everything that is not evidence: who there is, settings, and what agencies are told. */
export interface WorkStore {
  /** A setting by name; null when never set. */
  setting(name: string): Promise<string | null>;
  /** Sets it unless it is there, and answers what is there then: the first writer of two wins. */
  claimSetting(name: string, value: string): Promise<string>;
  putSetting(name: string, value: string): Promise<void>;

  directory(): Promise<Directory>;
  /** Adds or replaces, by id. */
  putDirectory(directory: Partial<Directory>): Promise<void>;

  /** Remembers that somebody met a record outside their sight. The same holder, reference and viewer on the same day is one notice. */
  addNotices(notices: readonly Notice[]): Promise<void>;
  /** Notices to one agency, newest first, then reference. */
  notices(holder: string, limit: number): Promise<readonly Notice[]>;
  close(): Promise<void>;
}

export interface Directory {
  readonly agencies: readonly Agency[];
  readonly groups: readonly Group[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly users: readonly User[];
}

export interface Agency {
  readonly id: string;
  readonly name: string;
  /** Desk to call when a record gives no contact of its own. */
  readonly contact: string;
  readonly jurisdictions: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly agencies: readonly string[];
}

/** State, county or parish; the id is its FIPS code. */
export interface Jurisdiction {
  readonly id: string;
  readonly name: string;
}

export type Role = 'INVESTIGATOR' | 'SUPERVISOR' | 'INTAKE' | 'AUDITOR' | 'ADMIN' | 'PARTNER';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly role: Role;
}

export interface Notice {
  readonly holder: string;
  /** The holder's own report that was met. */
  readonly reportNumber: string;
  /** The reference that the asking side was given; for a sealed record, one that only the holder knows. */
  readonly reference: string;
  readonly askedBy: { readonly user: string; readonly agency: string };
  /** Epoch milliseconds. */
  readonly at: number;
}
