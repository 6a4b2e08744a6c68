/** What makes an overlap strong, all of it visible to the viewer. */
export interface OverlapParts {
  /** Agencies with visible records. */
  readonly agencies: number;
  /** Visible cases the entity is INVOLVED_IN whose status is not closed. */
  readonly openCases: number;
  /** Distinct visible people and organizations linked to it, protected people left out. */
  readonly holders: number;
  /** Days since it was last seen; null: never dated. */
  readonly ageDays: number | null;
}

/** agencies x (1 + open cases) / log2(2 + holders) x 0.5^(age / 90 days); never dated counts as nothing. */
export function overlapStrength(parts: OverlapParts): number {
  if (parts.ageDays === null) return 0;
  const decay = 0.5 ** (Math.max(0, parts.ageDays) / 90);
  return ((parts.agencies * (1 + parts.openCases)) / Math.log2(2 + parts.holders)) * decay;
}

export function overlapReasons(parts: OverlapParts, pointerAgencies: number): string[] {
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const reasons = [`Records of ${count(parts.agencies, 'agency', 'agencies')}`];
  if (pointerAgencies > 0) reasons.push(`${count(pointerAgencies, 'further agency', 'further agencies')} may be asked`);
  if (parts.openCases > 0) reasons.push(`In ${count(parts.openCases, 'open case', 'open cases')}`);
  if (parts.holders > 0) reasons.push(`Linked to ${count(parts.holders, 'person or organization', 'people and organizations')}`);
  if (parts.ageDays !== null)
    reasons.push(parts.ageDays < 1 ? 'Seen today' : `Last seen ${count(Math.floor(parts.ageDays), 'day', 'days')} ago`);
  return reasons;
}

/** Case status words that mean it is over; anything else, or none, is open. */
export function isOpenCase(status: string | null): boolean {
  return status === null || !/\b(closed|dismissed|archived|completed?|resolved)\b/i.test(status);
}

const halfLife = 90 * 86_400_000;

/**
 * Strength without rarity and clock, as a logarithm: for facts that are at most these, `overlapStrength` at any time
 * `now` is at most 2 ** (bound - now / 90 days). Grows with scope, so a store can keep it for all scopes and walk it downwards.
 */
export function strengthBound(facts: {
  readonly agencies: number;
  readonly openCases: number;
  readonly lastSeen: number | null;
}): number {
  if (facts.lastSeen === null) return -Number.MAX_VALUE;
  return Math.log2(facts.agencies * (1 + facts.openCases)) + facts.lastSeen / halfLife;
}

/** The bound as a strength at a time, a hair above for the sake of rounding. */
export function strengthAtMost(bound: number, now: number): number {
  return 2 ** (bound - now / halfLife + 1e-6);
}
