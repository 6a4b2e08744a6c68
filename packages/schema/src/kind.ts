import type { PropertyType } from './propertyType.ts';

export type Family = 'people' | 'contact' | 'place' | 'travel' | 'money' | 'ad' | 'record';
/** How large a kind is drawn: who 42 px, what 32-34, when (events) 26-28. */
export type Layer = 'who' | 'what' | 'when';

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  /** Finds one entity by itself (exact search, lookup, wildcards). */
  readonly isIdentifier?: boolean;
  /** Steers the product (`minor`, `generic`) and is not shown as a typed field of its own. */
  readonly isFlag?: boolean;
}

/** Cleaned values of one record, by property name, in the order given. */
export type CleanProperties = Readonly<Record<string, readonly string[]>>;

/** What of its own report a record's key may depend on (a stay's lodging, a sighting's vehicle). */
export interface KeyContext {
  /** Reporting agency. */
  readonly agency: string;
  /** Agency or group that is the report's audience. */
  readonly audience: string;
  /** Strongest keys of records joined to this one by a link of the same report; `end` is where those others stand. */
  linked(linkKind: string, end: 'from' | 'to'): readonly string[];
  /** True where the cleaned value could not be normalised. */
  isUnverified(property: string): boolean;
}

export interface EntityKind {
  /** As in GraphQL's enum: `PERSON`. */
  readonly kind: string;
  /** As in GraphQL's concrete type: `Person`. */
  readonly typeName: string;
  readonly label: string;
  readonly plural: string;
  readonly family: Family;
  readonly layer: Layer;
  /** Lucide icon name. */
  readonly icon: string;
  readonly properties: readonly PropertyDefinition[];
  /**
   * Values that follow from others of the same record (a full name from its parts), canonical. Called after cleaning;
   * gives only properties that the record does not say itself, to be added to what it says before caption and keys.
   */
  derive?(properties: CleanProperties): CleanProperties;
  /** How the record would be called, from its canonical values, as people read it; null when it does not say. */
  caption(properties: CleanProperties): string | null;
  /**
   * Natural keys of a record, strongest first, without the kind. Only the first decides the entity;
   * the others make candidates and answer `lookup`. [] means an entity of its own.
   */
  keys(properties: CleanProperties, context: KeyContext): readonly string[];
  /**
   * Further keys that only answer `lookup` and pointers and never decide an entity
   * (a person's identity numbers issued by others).
   */
  lookupKeys?(properties: CleanProperties): readonly string[];
  /** Keys under which a value typed into `lookup` may be stored, most likely first. [] when it is not one. */
  parseLookup(value: string): readonly string[];
  /** Whether an agency's POINTER record answers a lookup of one of its keys. */
  readonly answersWithPointer: boolean;
}

export interface LinkKind {
  readonly kind: string;
  /** Read from `from` to `to`: "uses". */
  readonly label: string;
  /** Read from `to` to `from`: "used by". */
  readonly reverseLabel: string;
  readonly isSymmetric: boolean;
  /** A rule made it, no report said it: drawn dashed. */
  readonly isInferred: boolean;
  /** Whether its direction means something to a reader (called, paid): an arrow is drawn. */
  readonly hasArrow: boolean;
  /** Allowed pairs of ends; `null` means any kind. */
  readonly ends: readonly { readonly from: readonly string[] | null; readonly to: readonly string[] | null }[];
  readonly properties: readonly PropertyDefinition[];
}
