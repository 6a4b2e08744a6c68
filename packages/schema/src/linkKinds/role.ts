import type { PropertyDefinition } from '../kind.ts';
import { oneOf } from '../propertyTypes/oneOf.ts';

export const roles = [
  'SUSPECT',
  'FACILITATOR',
  'BUYER',
  'VICTIM',
  'PROSPECTIVE_VICTIM',
  'WITNESS',
  'REPORTING_PARTY',
  'UNKNOWN',
] as const;

export const role: PropertyDefinition = { name: 'role', label: 'Role', type: oneOf('role', roles) };
