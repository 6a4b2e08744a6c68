import type { PropertyDefinition } from '../kind.ts';
import { decimal } from '../propertyTypes/decimal.ts';
import { note } from '../propertyTypes/text.ts';

/** What kind of it the report says: subscriber, sibling, night clerk. */
export const subKind: PropertyDefinition = { name: 'subKind', label: 'More exactly', type: note };
/** Why the report connects the two. */
export const basis: PropertyDefinition = { name: 'basis', label: 'Because', type: note };
/** How an ad writes the number or address it carries. */
export const written: PropertyDefinition = { name: 'written', label: 'Written as', type: note };
/** Rule that inferred the link. */
export const rule: PropertyDefinition = { name: 'rule', label: 'Rule', type: note };
/** How well the rule fits, 0 to 1. */
export const score: PropertyDefinition = { name: 'score', label: 'Score', type: decimal };
