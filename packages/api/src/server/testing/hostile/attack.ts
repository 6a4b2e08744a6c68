import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';
import { hostileText, hostileValue } from './hostileValues.ts';
import { randomQuery, type QueryWorld } from './randomQuery.ts';

/** One request as an attacker might send it. */
export interface Attack {
  readonly kind: string;
  readonly viewer: string | null;
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const viewers = ['investigator1', 'supervisor', 'intake', 'auditor', 'admin', 'partner', '__proto__', null];
const json = { 'content-type': 'application/json' };

type Make = (world: QueryWorld, chance: Chance) => Partial<Attack> & { readonly body: Attack['body'] };

const repeat = (count: number, make: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => make(nth)).join(' ');
const sizes = [3, 60, 400, 3_000, 10_000];

/** Documents that are too deep, too wide, too often, or go in circles. */
const documents: readonly ((size: number, query: string) => string)[] = [
  (size) => `{ reports { edges { node ${'{ agency '.repeat(size)}{ id }${' }'.repeat(size)} } } }`,
  (size) => `{ ${repeat(size, () => 'viewer { id }')} }`,
  (size) => `{ ${repeat(size, (nth) => `a${nth}: viewer { id }`)} }`,
  (size) => `{ viewer { ${repeat(size, () => '...F')} } } fragment F on Viewer { id }`,
  (size) => `{ viewer { ...F0 } } ${repeat(size, (nth) => `fragment F${nth} on Viewer { id ...F${(nth + 1) % size} }`)}`,
  (size) =>
    `{ ...F0 } ${repeat(size, (nth) => `fragment F${nth} on Query { ...F${nth + 1} ...F${nth + 1} }`)} fragment F${size} on Query { viewer { id } }`,
  (size) => `{ viewer { id ${repeat(size, () => '@include(if: true)')} } }`,
  (size) => `{ viewer { ${repeat(size, () => '... @skip(if: false) { id')} ${'}'.repeat(size)} } }`,
  (size) => `{ entities(ids: ${'['.repeat(size)}${']'.repeat(size)}) { id } }`,
  (size) => `query (${repeat(size, (nth) => `$v${nth}: Int`)}) { viewer { id } }`,
  (size) => `{ reports(first: ${'9'.repeat(size)}) { totalCount } }`,
  (size) => `{ reports(first: -${'0'.repeat(size)}.${'1'.repeat(size)}e${size}) { totalCount } }`,
  (size) => `{ lookup(kind: PHONE, value: """${'\\"""\n'.repeat(size)}""") { entities { id } } }`,
  (size) => `{ ${'x'.repeat(size * 10)} }`,
  (size) => `#${'\n#'.repeat(size)}\n{ viewer { id } }`,
  (size) =>
    `{ ${repeat(Math.min(size, 5), (nth) => `s${nth}: __schema { types { fields { type { ofType { ofType { name } } } } } }`)} }`,
  (size) => repeat(size, (nth) => `query Q${nth} { viewer { id } }`),
  (_, query) => `subscription ${query}`,
  (size, query) =>
    query.replace('{', `{ ${repeat(Math.min(size, 40), (nth) => `m${nth}: paths(from: "a", to: "b") { isLimitReached }`)}`),
];

/** Takes out, doubles, turns or puts in some characters. */
function mutate(text: string, chance: Chance): string {
  let mutated = text;
  for (let nth = 0; nth <= chance.below(4); nth++) {
    const at = chance.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + chance.below(20));
    const part = mutated.slice(at, end);
    const instead = chance.pick([
      '',
      part + part,
      [...part].reverse().join(''),
      hostileText(chance).slice(0, 30),
      '{',
      '}',
      '"',
      '...',
      '$x',
      '@',
    ]);
    mutated = mutated.slice(0, at) + instead + mutated.slice(end);
  }
  return mutated;
}

const operations: readonly [document: string, names: readonly string[]][] = [
  ['query ($id: ID!) { entity(id: $id) { id caption } }', ['id']],
  ['query ($ids: [ID!]!, $limit: Int) { expand(ids: $ids, limit: $limit) { total entities { id } } }', ['ids', 'limit']],
  [
    'query ($text: String!, $first: Int, $after: String) { search(text: $text, first: $first, after: $after) { totalCount } }',
    ['text', 'first', 'after'],
  ],
  ['query ($since: DateTime) { reports(since: $since) { totalCount } }', ['since']],
  ['query ($kind: EntityKind!, $value: String!) { lookup(kind: $kind, value: $value) { entities { id } } }', ['kind', 'value']],
  ['mutation ($input: SubmitReportInput!) { submitReport(input: $input) { isNew } }', ['input']],
  ['mutation ($input: RetractReportInput!) { retractReport(input: $input) { report { number } } }', ['input']],
];

const kinds: Readonly<Record<string, Make>> = {
  allowed: (world, chance) => ({ body: JSON.stringify({ query: randomQuery(world, chance) }) }),
  mutated: (world, chance) => ({ body: JSON.stringify({ query: mutate(randomQuery(world, chance), chance) }) }),
  large: (world, chance) => ({
    body: JSON.stringify({ query: chance.pick(documents)(chance.pick(sizes), randomQuery(world, chance)) }),
  }),
  variables(_, chance) {
    const [query, names] = chance.pick(operations);
    return { body: JSON.stringify({ query, variables: Object.fromEntries(names.map((name) => [name, hostileValue(chance)])) }) };
  },
  fields: (world, chance) => ({
    body: JSON.stringify({
      query: chance.below(2) === 0 ? randomQuery(world, chance) : hostileValue(chance),
      operationName: hostileValue(chance),
      variables: hostileValue(chance),
      extensions: hostileValue(chance),
      documentId: chance.below(2) === 0 ? undefined : hostileValue(chance),
    }),
  }),
  batch: (world, chance) => ({
    body: JSON.stringify(
      Array.from({ length: chance.below(14) }, () =>
        chance.below(3) === 0 ? hostileValue(chance) : { query: randomQuery(world, chance) },
      ),
    ),
  }),
  bytes(world, chance) {
    const bytes = Buffer.from(JSON.stringify({ query: randomQuery(world, chance) }));
    for (let nth = 0; nth <= chance.below(6); nth++) bytes[chance.below(bytes.length)] = chance.below(256);
    return { body: bytes };
  },
  names: () => ({
    body: '{"__proto__": {"query": "{ viewer { id } }"}, "query": "{ viewer { id } }", "constructor": {"prototype": {}}}',
  }),
  types: (world, chance) => ({
    headers: {
      'content-type': chance.pick([
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'application/graphql',
        'application/json; charset=utf-16',
        hostileText(chance)
          .replaceAll(/[^\x20-\x7e]/g, '')
          .slice(0, 50),
      ]),
    },
    body:
      chance.below(2) === 0
        ? JSON.stringify({ query: randomQuery(world, chance) })
        : '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
  }),
  packed: (_, chance) => ({
    headers: { ...json, 'content-encoding': chance.pick(['gzip', 'br', 'deflate', 'x']) },
    body: gzipSync(Buffer.alloc(chance.pick([10, 1_000_000]), 32)),
  }),
  accept: (world, chance) => ({
    headers: { ...json, accept: chance.pick(['text/html', 'multipart/mixed', 'image/png', '*/*;q=0']) },
    body: JSON.stringify({ query: randomQuery(world, chance) }),
  }),
  address: (world, chance) => ({
    method: 'GET',
    url: `/graphql?query=${encodeURIComponent(mutateSafely(randomQuery(world, chance), chance))}`,
    headers: {},
    body: '',
  }),
};

/** Halves of letters cannot stand in an address. */
function mutateSafely(query: string, chance: Chance): string {
  return mutate(query, chance)
    .replaceAll(/[\ud800-\udfff]/gu, '?')
    .slice(0, 6_000);
}

export const attackKinds = Object.keys(kinds);

export function makeAttack(world: QueryWorld, chance: Chance, kind = chance.pick(attackKinds)): Attack {
  return { kind, viewer: chance.pick(viewers), method: 'POST', url: '/graphql', headers: json, ...kinds[kind]!(world, chance) };
}
