import type { Scope } from '../model/scope.ts';

export interface Sight {
  readonly agency: string;
  /** Groups whose reports may be read. */
  readonly groups: readonly string[];
  /** All groups of the agency, where the role reads fewer; without it, those that may be read. */
  readonly protectingGroups?: readonly string[];
}

/** The only place where a scope is made. */
export function mintScope({ agency, groups, protectingGroups = groups }: Sight): Scope {
  const audiences = sorted([agency, ...groups]);
  const protecting = sorted([agency, ...groups, ...protectingGroups]);
  // What a scope sees is kept by its key: whatever signs stand in an id, two scopes never share one.
  const key = JSON.stringify([agency, audiences, protecting]);
  return { agency, audiences, protecting, key } as unknown as Scope;
}

function sorted(audiences: readonly string[]): string[] {
  return [...new Set(audiences)].sort();
}
