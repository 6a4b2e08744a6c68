import { reservedNumbers } from './ringCast.ts';
import { seededRandom } from './seededRandom.ts';
import { phone } from './things.ts';
import type { Thing } from './reportDraft.ts';

const areaCodes = ['504', '225', '251', '713', '850', '985', '228'];
const buyerCount = 84;

/** Every invented number there is (555-01xx), dealt out once: to those who called the ring, and to everybody else. */
export interface NumberPool {
  readonly buyers: readonly Thing[];
  readonly others: readonly Thing[];
}

export function dealNumbers(seed: number): NumberPool {
  const all = areaCodes
    .flatMap((area) => Array.from({ length: 100 }, (_, line) => `${area}55501${String(line).padStart(2, '0')}`))
    .filter((digits) => !reservedNumbers.has(digits));
  const numbers = seededRandom(seed, 'numbers')
    .sample(all, all.length)
    .map((digits) => phone(`(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`));
  return { buyers: numbers.slice(0, buyerCount), others: numbers.slice(buyerCount) };
}
