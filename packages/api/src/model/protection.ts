import { ADDRESS, PERSON } from './vocabularyWords.ts';

/** What is known of one person in the origins that count for a viewer (`protectsFor`). Epoch milliseconds. */
export interface ProtectionFacts {
  /** A record says a minor, or a link says victim or prospective victim. */
  readonly isMarked: boolean;
  /** Latest moment from which some birth date makes the person 18; null: no birth date. */
  readonly adultFrom: number | null;
  /** Earliest of: starts of the person's links (a link without one counts with its report's time), times of the reports of its records. A report's time is occurredAt ?? receivedAt. */
  readonly earliest: number | null;
}

/** Victim, prospective victim, or under 18 when first met (semantics: Protected). */
export function isProtected(facts: ProtectionFacts): boolean {
  return facts.isMarked || (facts.adultFrom !== null && facts.earliest !== null && facts.earliest < facts.adultFrom);
}

/**
 * Links that would give a protected person away: absent from both ends when either end is protected.
 * KIN; RESIDES_AT; ASSOCIATED_WITH an address.
 */
export function isTelling(linkKind: string, fromKind: string, toKind: string): boolean {
  if (linkKind === 'KIN' || linkKind === 'RESIDES_AT') return true;
  if (linkKind !== 'ASSOCIATED_WITH') return false;
  return (fromKind === PERSON && toKind === ADDRESS) || (fromKind === ADDRESS && toKind === PERSON);
}
