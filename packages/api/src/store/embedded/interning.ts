import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import type { Origin, Scope } from '../../model/scope.ts';
import { sees } from '../../model/scope.ts';
import type { Sqlite } from './sqlite.ts';

/** An entity's integer holds its kind in the low six bits. */
export const kindBits = 64;
/** An entity-and-origin integer holds the origin in the low sixteen bits. */
export const originBits = 65_536;
/** A record's or link's integer holds its ordinal in the low twenty bits. */
export const ordinalBits = 2 ** 20;

export const rule = { sealed: 1, everywhere: 2 } as const;
export const direction = { OUT: 0, IN: 1, NONE: 2 } as const;
export const directionNames = ['OUT', 'IN', 'NONE'] as const;

export function ruleOf(origin: Origin): number {
  return (origin.outsideAudience === 'SEALED' ? rule.sealed : 0) | (origin.protectEverywhere ? rule.everywhere : 0);
}

interface KnownOrigin {
  readonly agency: string;
  readonly audience: string;
}

/** Small integers for kinds and origins, kept in the file, known in memory. */
export class Interning {
  readonly #db: Sqlite;
  readonly #kinds: Names;
  readonly #linkKinds: Names;
  readonly #origins: KnownOrigin[] = [];
  readonly #originNumbers = new Map<string, number>();
  readonly #byAgency = new Map<string, number[]>();
  readonly #scopes = new Map<string, { readonly sight: Buffer; readonly origins: number }>();

  constructor(db: Sqlite, vocabulary: Vocabulary) {
    this.#db = db;
    this.#kinds = new Names(db, 'kind', [...vocabulary.entityKinds.keys()]);
    this.#linkKinds = new Names(db, 'link_kind', [...vocabulary.linkKinds.keys()]);
    this.catchUp();
  }

  /** Learns of origins that another connection made. Call at the start of a read transaction. */
  catchUp(): void {
    const known = this.#origins.length;
    // Numbers are given without gaps: the greatest says whether there are more.
    if ((this.#db.value<number | null>('SELECT max(o) FROM origin') ?? -1) < known) return;
    for (const [o, agency, audience] of this.#db.all<[number, string, string]>(
      'SELECT o, agency, audience FROM origin WHERE o >= ? ORDER BY o',
      [known],
    ))
      this.#remember(o, agency, audience);
  }

  kindOf(e: number): string {
    return this.#kinds.name(e % kindBits);
  }

  kindNumber(kind: string): number {
    return this.#kinds.number(kind);
  }

  linkKindName(k: number): string {
    return this.#linkKinds.name(k);
  }

  linkKindNumber(kind: string): number {
    return this.#linkKinds.number(kind);
  }

  /** Undefined for a kind that the vocabulary does not know. */
  findKind(kind: string): number | undefined {
    return this.#kinds.find(kind);
  }

  findLinkKind(kind: string): number | undefined {
    return this.#linkKinds.find(kind);
  }

  origin(o: number): KnownOrigin {
    const known = this.#origins[o];
    if (!known) throw new Error(`Origin ${o} is not in the store`);
    return known;
  }

  /** Numbers of the origins that an agency has. */
  originsOf(agency: string): readonly number[] {
    return this.#byAgency.get(agency) ?? [];
  }

  /** Makes it when new: call inside the write's transaction. */
  originNumber(origin: KnownOrigin): number {
    const known = this.#originNumbers.get(nameOf(origin));
    if (known !== undefined) return known;
    const o = this.#origins.length;
    if (o >= originBits)
      throw new LinchpinError(
        'TOO_LARGE',
        `The embedded store holds ${originBits} pairs of agency and audience; use Neo4j for more.`,
      );
    this.#db.run('INSERT INTO origin(o, agency, audience) VALUES (?, ?, ?)', [o, origin.agency, origin.audience]);
    this.#remember(o, origin.agency, origin.audience);
    return o;
  }

  /** Forgets origins of a transaction that was rolled back. */
  reload(): void {
    const stored = this.#db.value<number>('SELECT count(*) FROM origin') ?? 0;
    for (const lost of this.#origins.splice(stored)) {
      this.#originNumbers.delete(nameOf(lost));
      this.#byAgency.get(lost.agency)?.pop();
    }
    this.#scopes.clear();
  }

  /** One byte an origin, 1 where the scope sees it: `substr(?, o + 1, 1) = x'01'` filters in SQL, `sight[o] === 1` outside. */
  sight(scope: Scope): Buffer {
    const cached = this.#scopes.get(scope.key);
    if (cached?.origins === this.#origins.length) return cached.sight;
    const sight = Buffer.from(this.#origins.map((origin) => (sees(scope, origin) ? 1 : 0)));
    if (this.#scopes.size > 1_000) this.#scopes.clear();
    this.#scopes.set(scope.key, { sight, origins: this.#origins.length });
    return sight;
  }

  #remember(o: number, agency: string, audience: string): void {
    this.#origins[o] = { agency, audience };
    this.#originNumbers.set(nameOf({ agency, audience }), o);
    const own = this.#byAgency.get(agency);
    if (own) own.push(o);
    else this.#byAgency.set(agency, [o]);
  }
}

function nameOf(origin: KnownOrigin): string {
  return `${origin.agency}\0${origin.audience}`;
}

class Names {
  readonly #names = new Map<number, string>();
  readonly #numbers = new Map<string, number>();

  constructor(db: Sqlite, table: 'kind' | 'link_kind', wanted: readonly string[]) {
    for (const [k, name] of db.all<[number, string]>(`SELECT k, name FROM ${table}`)) this.#add(k, name);
    const missing = wanted.filter((name) => !this.#numbers.has(name));
    if (missing.length === 0) return;
    db.transaction(() => {
      for (const name of missing) {
        const k = this.#names.size + 1;
        if (k >= kindBits) throw new LinchpinError('TOO_LARGE', `The embedded store knows ${kindBits - 1} kinds at most.`);
        db.run(`INSERT INTO ${table}(k, name) VALUES (?, ?)`, [k, name]);
        this.#add(k, name);
      }
    });
  }

  name(k: number): string {
    const name = this.#names.get(k);
    if (name === undefined) throw new Error(`Kind ${k} is not in the store`);
    return name;
  }

  number(name: string): number {
    const k = this.#numbers.get(name);
    if (k === undefined) throw new Error(`Kind ${name} is not in the store`);
    return k;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  #add(k: number, name: string): void {
    this.#names.set(k, name);
    this.#numbers.set(name, k);
  }
}
