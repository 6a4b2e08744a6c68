import { LinchpinError } from '../model/errors.ts';
import type { Role } from '../store/ports/workStore.ts';
import type { Sight } from './mintScope.ts';
import type { UseCase } from './useCase.ts';
import type { Viewer } from './viewer.ts';

export const permissions = [
  'directory:read',
  'evidence:read',
  'evidence:submit',
  'evidence:retract',
  'evidence:import',
  'notices:read',
  'store:keep',
  'audit:read',
  'aggregates:read',
] as const;
export type Permission = (typeof permissions)[number];

/** What each role may do. What it may see is the scope's matter; a permission that is not here is refused. */
const grants: Readonly<Record<Role, readonly Permission[]>> = {
  INVESTIGATOR: ['directory:read', 'evidence:read', 'evidence:submit', 'evidence:retract', 'notices:read'],
  SUPERVISOR: ['directory:read', 'evidence:read', 'evidence:submit', 'evidence:retract', 'notices:read'],
  INTAKE: ['directory:read', 'evidence:read', 'evidence:submit'],
  AUDITOR: ['directory:read', 'audit:read'],
  ADMIN: ['directory:read', 'evidence:import', 'store:keep'],
  PARTNER: ['directory:read', 'aggregates:read'],
};

export function permissionsOf(role: Role): readonly Permission[] {
  return grants[role] ?? [];
}

/** @throws LinchpinError NOT_SIGNED_IN without a viewer, NOT_PERMITTED without the permission. */
export function requirePermission(
  viewer: Viewer | null,
  useCase: Pick<UseCase<never, unknown>, 'permission' | 'kind'>,
): asserts viewer is Viewer {
  if (!viewer) throw new LinchpinError('NOT_SIGNED_IN', 'Sign in first: this request names nobody who may ask');
  if (permissionsOf(viewer.role).includes(useCase.permission)) return;
  throw new LinchpinError('NOT_PERMITTED', `The role ${viewer.role} does not have the permission ${useCase.permission}`);
}

/** Intake reads its own agency alone; every other role has its agency's groups in sight. Protection is the agency's, whatever the role. */
export function audiencesOf(viewer: Viewer): Sight {
  const groups = viewer.groups.map((group) => group.id);
  return { agency: viewer.agency.id, groups: viewer.role === 'INTAKE' ? [] : groups, protectingGroups: groups };
}
