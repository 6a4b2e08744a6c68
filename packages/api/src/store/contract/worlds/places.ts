import type { Scope } from '../../../model/scope.ts';
import { mintScope } from '../../../gate/mintScope.ts';
import type { SeededRandom } from './seededRandom.ts';

export const day = 86_400_000;
/** Midnight UTC from which everything in a generated world happens. */
export const base = Date.UTC(2024, 0, 1);

export const agencies = ['ALPHA', 'BRAVO', 'CEDAR', 'DELTA'] as const;
export const groups = ['NORTH', 'SOUTH', 'EVERYBODY'] as const;
/** Agencies that never report, and so hold nothing. */
const outsiders = ['ZULU'] as const;

/** An agency and some groups, whether they fit or not: a store must not know who belongs where. Some roles read less than protects them. */
export function randomScope(random: SeededRandom): Scope {
  const agency = random.pick([...agencies, ...agencies, ...outsiders]);
  const protectingGroups = random.chance(0.3) ? random.some(groups, 2) : [];
  return mintScope({ agency, groups: random.some(groups, 2), protectingGroups });
}
