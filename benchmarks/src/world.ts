import type { PreparedLink, PreparedRecord, PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import type { PublicIds } from '@linchpin/api/src/model/publicIds.ts';
import { seeded, type Seeded } from './seeded.ts';

export interface WorldSize {
  readonly entities: number;
  readonly links: number;
  readonly hubs: number;
  readonly agencies: number;
  readonly groups: number;
  readonly seed: number;
}

const day = 86_400_000;
const begin = Date.UTC(2021, 0, 1);
const days = 1_800;
const kinds = ['PERSON', 'PHONE', 'EMAIL', 'VEHICLE', 'STAY', 'PAYMENT', 'AD', 'ORGANIZATION'] as const;
const shares = [0.3, 0.25, 0.08, 0.08, 0.12, 0.07, 0.07, 0.03];
const joins: Readonly<Record<string, string>> = {
  'PERSON PHONE': 'USES',
  'PERSON EMAIL': 'USES',
  'ORGANIZATION PHONE': 'USES',
  'PERSON VEHICLE': 'DROVE',
  'PERSON STAY': 'GUEST_OF',
  'PERSON PERSON': 'KNOWS',
  'PHONE PHONE': 'CALLED',
  'PHONE STAY': 'BOOKED',
  'AD PHONE': 'ADVERTISES',
  'PAYMENT PERSON': 'PAID_TO',
  'PAYMENT STAY': 'PAID_FOR',
};
const symmetric = new Set(['KNOWS']);
const syllables = [
  'an',
  'bel',
  'cor',
  'dar',
  'el',
  'fen',
  'gar',
  'hol',
  'is',
  'jon',
  'kel',
  'lor',
  'mar',
  'nor',
  'ol',
  'pel',
  'quin',
  'ros',
  'sal',
  'tor',
];

/** A world of entities told by reports of about five records and five links; some phones are hubs. Reports are made one by one: memory stays flat. */
export class BenchmarkWorld {
  readonly agencies: readonly string[];
  readonly groups: readonly string[];
  readonly hubs: readonly number[];
  readonly #size: WorldSize;
  readonly #ids: PublicIds;
  readonly #kindOf: Uint8Array;

  constructor(size: WorldSize, ids: PublicIds) {
    this.#size = size;
    this.#ids = ids;
    this.agencies = Array.from({ length: size.agencies }, (_, index) => `AG-${index}`);
    this.groups = Array.from({ length: size.groups }, (_, index) => `GROUP-${index}`);
    const random = seeded(size.seed);
    this.#kindOf = Uint8Array.from({ length: size.entities }, () => drawShare(random));
    const phones = Array.from({ length: size.entities }, (_, index) => index).filter((index) => this.kind(index) === 'PHONE');
    this.hubs = phones.slice(0, size.hubs);
  }

  kind(index: number): string {
    return kinds[this.#kindOf[index]!]!;
  }

  key(index: number): string {
    return `${this.kind(index)} bench/${index}`;
  }

  entityId(index: number): string {
    return this.#ids.entity(this.key(index));
  }

  name(index: number): string {
    const random = seeded(index * 7 + this.#size.seed);
    return `${random.pick(syllables)}${random.pick(syllables)} ${random.pick(syllables)}${random.pick(syllables)}${random.pick(syllables)}`;
  }

  /** All reports of the world, in the order of their making. */
  *reports(): Generator<PreparedReport> {
    const random = seeded(this.#size.seed + 1);
    let links = 0;
    for (let number = 0; links < this.#size.links; number++) {
      const report = this.report(random, number);
      links += report.links.length;
      yield report;
    }
  }

  report(random: Seeded, number: number): PreparedReport {
    const agency = this.agencies[random.zipf(this.agencies.length)]!;
    const audience = random.next() < 0.5 ? agency : this.groups[random.zipf(this.groups.length)]!;
    const seed = this.#ids.newSeed();
    const at = begin + random.int(days) * day + random.int(24) * 3_600_000;
    const near = random.int(this.#size.entities);
    const indexes: number[] = random.next() < 0.12 ? [this.hubs[random.zipf(this.hubs.length)]!] : [];
    while (indexes.length < 6) indexes.push((near + random.int(40)) % this.#size.entities);
    const distinct = [...new Set(indexes)];
    const links: PreparedLink[] = [];
    for (const [a, one] of distinct.entries())
      for (const [b, other] of distinct.entries()) {
        const kind = a !== b ? joins[`${this.kind(one)} ${this.kind(other)}`] : undefined;
        if (!kind || (symmetric.has(kind) && b < a) || links.length >= 8 || (a > 0 && random.next() < 0.35)) continue;
        links.push(this.#link(links.length, { kind, from: a, to: b, at: at - random.int(30) * day, seed }));
      }
    return {
      id: this.#ids.part('report', seed, 0),
      number: `${agency}-${new Date(at).getUTCFullYear()}-${String(number).padStart(7, '0')}`,
      origin: { agency, audience, outsideAudience: random.next() < 0.8 ? 'POINTER' : 'SEALED', protectEverywhere: false },
      kind: 'OTHER',
      externalNumbers: [],
      occurredAt: { at, precision: 'SECOND', zone: 'UTC' },
      receivedAt: at + day,
      timeZone: 'UTC',
      narrative: null,
      grade: null,
      lawfulBasis: null,
      reviewDate: null,
      officer: null,
      contact: null,
      cases: [],
      idempotency: { key: `bench ${number}`, bodyHash: String(number) },
      records: distinct.map((index, ordinal) => this.#record(index, ordinal, seed)),
      links,
    };
  }

  #record(index: number, ordinal: number, seed: string): PreparedRecord {
    const name = this.name(index);
    const key = this.key(index);
    return {
      ordinal,
      id: this.#ids.part('record', seed, ordinal),
      kind: this.kind(index),
      key,
      lookupKeys: [key],
      proposedEntityId: this.#ids.entity(key),
      properties: [{ name: 'name', given: [name], values: [{ value: name, display: name, isUnverified: false }] }],
      caption: name,
      words: [...new Set([...name.split(' '), String(index)])].sort(),
      isGeneric: false,
      isMinor: false,
      adultFrom: null,
    };
  }

  #link(
    ordinal: number,
    { kind, from, to, at, seed }: { kind: string; from: number; to: number; at: number; seed: string },
  ): PreparedLink {
    return {
      ordinal,
      id: this.#ids.part('link', seed, ordinal),
      kind,
      from,
      to,
      start: { at, precision: 'SECOND', zone: 'UTC' },
      end: null,
      matchEnd: null,
      time: at,
      properties: [],
      isProtecting: false,
    };
  }
}

function drawShare(random: Seeded): number {
  let rest = random.next();
  const found = shares.findIndex((share) => (rest -= share) < 0);
  return found < 0 ? 0 : found;
}
