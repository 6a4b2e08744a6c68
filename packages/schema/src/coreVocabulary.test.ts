import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreVocabulary, mayJoin, type CleanProperties, type EntityKind, type KeyContext } from './index.ts';

const kinds = [...coreVocabulary.entityKinds.values()];
const links = [...coreVocabulary.linkKinds.values()];
const definitions = [...kinds, ...links].flatMap((kind) =>
  kind.properties.map((property) => [`${kind.kind}.${property.name}`, property] as const),
);
const context: KeyContext = { agency: 'BAYOU-SO', audience: 'GULF-TF', linked: () => ['LODGING x'], isUnverified: () => false };

/** Texts that break cleaners: digits, dates, separators, other scripts, lone surrogates. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789 ./-:+#@$,TZxoeé٣５️⃣\ud83d')), maxLength: 40 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '0',
    '-',
    '1/1/1',
    '2026-02-11T15:30Z',
    'raw:',
    'raw:??',
    '/',
    '@',
    ';ext=',
    'https://',
    '[]',
    '4111111111111111',
  ),
);

test('there are sixteen kinds of entity and twenty-six of link, as the contract names them', () => {
  expect([...coreVocabulary.entityKinds.keys()].join(' ')).toBe(
    'PERSON ORGANIZATION PHONE EMAIL ONLINE_ACCOUNT ADDRESS VEHICLE LODGING FINANCIAL_ACCOUNT STAY PAYMENT AD IMAGE SIGHTING CASE OBJECT',
  );
  expect([...coreVocabulary.linkKinds.keys()].join(' ')).toBe(
    'USES HOLDS DROVE RESIDES_AT ASSOCIATED_WITH GUEST_OF BOOKED PAID_FOR PRESENT_AT AT PAID_FROM PAID_TO ADVERTISES DEPICTS CALLED MESSAGED KNOWS KIN PARTNER TRAVELLED_WITH EMPLOYS RECRUITED CONTROLS INVOLVED_IN SUCCESSOR_OF NEAR_DUPLICATE',
  );
});

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
  test('has names, an icon, properties, and can be generic', () => {
    for (const word of [kind.label, kind.plural, kind.icon, kind.typeName]) expect(word).toMatch(/^\S/);
    expect(kind.icon).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(kind.typeName).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(kind.properties.length).toBeGreaterThan(1);
    expect(kind.properties.some(({ name, isFlag }) => name === 'generic' && isFlag)).toBe(true);
    expect(new Set(kind.properties.map(({ name }) => name)).size).toBe(kind.properties.length);
  });

  test('bears an empty record', () => {
    expect(kind.derive?.({}) ?? {}).toEqual({});
    expect(kind.keys({}, { ...context, linked: () => [] })).toEqual([]);
    expect(kind.lookupKeys?.({}) ?? []).toEqual([]);
    expect(kind.parseLookup('')).toEqual([]);
    expect(kind.caption({})).toBe(kind.kind === 'SIGHTING' ? 'Sighting' : null);
  });

  test('bears any record: captions and keys never throw, keys are distinct and without blanks around', () => {
    const names = kind.properties.map(({ name }) => name);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(odd, { minLength: 1, maxLength: 2 })), (given) => {
        const said = cleanAll(kind, given);
        const all = { ...said, ...kind.derive?.(said) };
        for (const name of Object.keys(said)) expect(all[name]).toEqual(said[name]);
        expect(kind.caption(all) ?? 'none').not.toBe('');
        const keys = [...kind.keys(all, context), ...(kind.lookupKeys?.(all) ?? [])];
        for (const key of keys) expect(key).toMatch(/\S/);
        expect(new Set(kind.keys(all, context)).size).toBe(kind.keys(all, context).length);
      }),
      { numRuns: 300 },
    );
  });

  test('bears anything typed into lookup', () => {
    fc.assert(
      fc.property(odd, (typed) => {
        expect(kind.parseLookup(typed).every((key) => /\S/.test(key))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(definitions)('%s', (_, { label, type }) => {
  test('cleans, compares, shows and finds anything without throwing', () => {
    expect(label).toMatch(/^\S/);
    const zoned = { timeZone: 'America/Chicago', sibling: (name: string) => (name === 'currency' ? 'USD' : undefined) };
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        const values = [type.clean(a, zoned), type.clean(b, {})].flatMap((cleaned) => (cleaned.ok ? [cleaned.value] : []));
        for (const value of values) {
          expect(typeof type.show(value)).toBe('string');
          expect(type.compare(value, value)).toBe(1);
          for (const word of type.words(value)) expect(word).toMatch(/^[a-z0-9]+$/);
          const likeness = values.map((other) => type.compare(value, other));
          expect(Math.min(...likeness)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...likeness)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(links.map((link) => [link.kind, link] as const))('%s', (_, link) => {
  test('reads both ways and joins something', () => {
    expect(link.label).toMatch(/^[a-z]/);
    expect(link.reverseLabel).toMatch(/^[a-z]/);
    expect(kinds.some((from) => kinds.some((to) => mayJoin(link, from.kind, to.kind)))).toBe(true);
  });

  test('is the same from both sides exactly when it is symmetric', () => {
    if (!link.isSymmetric) return;
    expect(link.reverseLabel).toBe(link.label);
    expect(link.hasArrow).toBe(false);
    for (const from of kinds)
      for (const to of kinds) expect(mayJoin(link, from.kind, to.kind)).toBe(mayJoin(link, to.kind, from.kind));
  });
});

test('links join what the table says, and nothing else', () => {
  const joins = (kind: string, from: string, to: string): boolean => mayJoin(coreVocabulary.linkKinds.get(kind)!, from, to);
  expect(joins('USES', 'PERSON', 'PHONE')).toBe(true);
  expect(joins('USES', 'PHONE', 'PERSON')).toBe(false);
  expect(joins('AT', 'STAY', 'LODGING')).toBe(true);
  expect(joins('AT', 'STAY', 'ADDRESS')).toBe(false);
  expect(joins('AT', 'LODGING', 'ADDRESS')).toBe(true);
  expect(joins('PAID_TO', 'PAYMENT', 'LODGING')).toBe(true);
  expect(joins('PAID_FROM', 'PAYMENT', 'LODGING')).toBe(false);
  expect(joins('CALLED', 'PHONE', 'EMAIL')).toBe(false);
  expect(joins('INVOLVED_IN', 'OBJECT', 'CASE')).toBe(true);
});

function cleanAll(kind: EntityKind, given: Readonly<Record<string, readonly string[]>>): CleanProperties {
  const sibling = (name: string): string | undefined => given[name]?.[0];
  const cleaned = kind.properties.map(({ name, type }) => {
    const values = (given[name] ?? []).map((raw) => type.clean(raw, { timeZone: 'America/Chicago', sibling }));
    return [name, values.flatMap((value) => (value.ok ? [value.value] : []))] as const;
  });
  return Object.fromEntries(cleaned.filter(([, values]) => values.length > 0));
}
