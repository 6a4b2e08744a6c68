import type { Chance } from './chance.ts';

/** Texts that have broken programs: control characters, halves of letters, turned text, names of the language itself. */
const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202egnp.exe',
  '\u200b\u200d\ufeff',
  '😀'.repeat(50),
  '𠮷野家',
  'ｆｕｌｌ',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE entity; --",
  '" OR ""="',
  '*',
  '***',
  '?a?',
  'NEAR(a b)',
  'a" AND "b',
  '${jndi:ldap://x}',
  '../../../etc/passwd',
  '%00',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '0001-01-01',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  '1e400',
  'NaN',
  'PHONE +15045550142',
  'é'.normalize('NFD').repeat(100),
];

const numbers: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  50,
  499,
  500,
  501,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e300,
  0.1,
  -0.5,
];

export function hostileText(chance: Chance): string {
  const roll = chance.below(40);
  if (roll === 0) return 'x'.repeat(chance.pick([301, 5_000, 100_000]));
  if (roll === 1) return chance.pick(texts).repeat(chance.below(200));
  if (roll < 5) return String.fromCharCode(...Array.from({ length: 1 + chance.below(12) }, () => chance.below(0x1_0000)));
  return chance.pick(texts) + (chance.below(4) === 0 ? chance.pick(texts) : '');
}

/** Any JSON value, of any shape: for where another shape is expected. */
export function hostileValue(chance: Chance, depth = 0): unknown {
  const roll = chance.below(depth > 4 ? 5 : 9);
  if (roll === 0) return null;
  if (roll === 1) return chance.below(2) === 0;
  if (roll === 2) return chance.pick(numbers);
  if (roll <= 4) return hostileText(chance);
  if (roll === 5) return nest(chance.pick([3, 50, 2_000]));
  if (roll === 6) return Array.from({ length: chance.pick([0, 1, 3, 600]) }, () => hostileText(chance).slice(0, 50));
  const names = ['id', 'kind', 'records', '__proto__', 'constructor', hostileText(chance).slice(0, 40)];
  return Object.fromEntries(names.slice(0, chance.below(7)).map((name) => [name, hostileValue(chance, depth + 1)]));
}

function nest(depth: number): unknown {
  let nested: unknown = 'in';
  for (let level = 0; level < depth; level++) nested = [nested];
  return nested;
}

export function hostileNumber(chance: Chance): number {
  return chance.pick(numbers);
}
