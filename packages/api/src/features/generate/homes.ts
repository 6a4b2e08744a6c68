import { Chance } from './chance.ts';
import { stream, type WorldPlan } from './worldPlan.ts';

/** Who mostly reports of a circle, and to whom. */
export interface Home {
  readonly agency: string;
  readonly audience: string;
  /** Another audience of the same agency. */
  readonly other: string;
}

export function homeOf(plan: WorldPlan, circle: number): Home {
  const chance = new Chance(plan.size.seed, stream.circle, -1 - circle);
  const { agency, audience } = drawOrigin(plan, chance);
  return { agency, audience, other: chance.pick([agency, ...(plan.groupsOf.get(agency) ?? [])]) };
}

/** An audience by rank, and an agency that may report to it. */
export function drawOrigin(plan: WorldPlan, chance: Chance): { readonly agency: string; readonly audience: string } {
  const audience = plan.audiences[plan.byRank.draw(chance)]!;
  const members = plan.membersOf.get(audience);
  return { agency: members ? chance.pick(members) : audience, audience };
}
