/** What a cleaner may assume about a value, all of it said by the report or by another value of the same record. */
export interface CleanContext {
  /** ISO 3166-1 alpha-2 country to assume, only where the report says so. */
  readonly country?: string;
  /** IANA zone in which local times of the report are meant. */
  readonly timeZone?: string;
  /** Three-digit area code to assume for seven-digit numbers. */
  readonly areaCode?: string;
  /** First raw value of another property of the same record (`sibling('currency')`). */
  readonly sibling?: (name: string) => string | undefined;
}

export interface CleanValue {
  readonly ok: true;
  /** Canonical form: what is compared, keyed and stored. */
  readonly value: string;
  /** Could not be normalised and is kept as given, folded (`raw:...`). */
  readonly isUnverified?: boolean;
  /** What to keep as given in place of the raw text, where that is secret (an account number). Absent: the raw text. */
  readonly given?: string;
}

/** A refusal: nothing of the report is stored. */
export interface Refusal {
  readonly ok: false;
  /** One sentence without the value itself: refused values may be secret (a full card number). */
  readonly message: string;
  /** What would be right, with an example. */
  readonly expected: string;
}

export type Cleaned = CleanValue | Refusal;

/** How the values of one sort behave. Pure: no clock, no I/O, never throws. */
export interface PropertyType {
  readonly name: string;
  /** Cleaning and showing take longer than looking up what was made of the same text before. */
  readonly isSlow?: boolean;
  clean(raw: string, context: CleanContext): Cleaned;
  /** 0 (nothing in common) to 1 (the same), of two canonical values. */
  compare(a: string, b: string): number;
  /** Canonical value as people read it. */
  show(value: string): string;
  /** Folded words under which a canonical value is found by search; [] when it is never searched. */
  words(value: string): readonly string[];
}
