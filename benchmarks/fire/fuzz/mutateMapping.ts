import type { Seeded } from '../../src/seeded.ts';
import { hostileCells, hostileJson } from './hostileValues.ts';

/** A mapping, or a report, as text with one to three of its values replaced, left out, doubled, renamed or moved; sometimes no JSON at all. */
export function mutateMapping(mapping: unknown, random: Seeded): string {
  const copy = structuredClone(mapping);
  for (let times = 1 + random.int(3); times > 0; times--) mutateOne(copy, random);
  let text = JSON.stringify(copy);
  if (random.int(25) === 0) text = text.slice(0, random.int(text.length));
  if (random.int(25) === 0) text = text.replace('{', '{"__proto__": {"files": {}},');
  return text;
}

interface Spot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

function mutateOne(root: unknown, random: Seeded): void {
  const spots = [...spotsOf(root)];
  if (spots.length === 0) return;
  const { holder, key } = random.pick(spots);
  const list = Array.isArray(holder);
  const record = holder as Record<string, unknown>;
  const way = random.int(8);
  if (way === 0 && list) holder.splice(Number(key), 1);
  else if (way === 0) delete record[key];
  else if (way === 1 && list) holder.push(structuredClone(holder[Number(key)]));
  else if (way === 1 || way === 2) record[list ? key : nameFrom(random)] = record[key];
  else if (way === 3) {
    const other = random.pick(spots);
    record[key] = structuredClone((other.holder as Record<string, unknown>)[other.key]);
  } else record[key] = structuredClone(random.int(3) === 0 ? random.pick(hostileCells) : random.pick(hostileJson));
}

function nameFrom(random: Seeded): string {
  return random.pick(['constructor', 'toString', 'hasOwnProperty', 'root', 'name', 'value', 'x', '', '0', 'Ω', 'valueOf']);
}

function* spotsOf(value: unknown): Generator<Spot> {
  if (value === null || typeof value !== 'object') return;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    yield { holder, key };
    yield* spotsOf(holder[key]);
  }
}
