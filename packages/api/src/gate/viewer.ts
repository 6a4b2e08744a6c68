import type { Agency, Directory, Group, Role } from '../store/ports/workStore.ts';
import { permissionsOf, type Permission } from './accessPolicy.ts';

export type { Directory } from '../store/ports/workStore.ts';

/** Who asks. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly agency: Agency;
  readonly groups: readonly Group[];
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** Null when the directory has no such user, or the user's agency is gone. */
export function findViewer(directory: Directory, userId: string): Viewer | null {
  const user = directory.users.find((candidate) => candidate.id === userId);
  const agency = user && directory.agencies.find((candidate) => candidate.id === user.agency);
  if (!user || !agency) return null;
  const groups = directory.groups.filter((group) => group.agencies.includes(agency.id));
  return { id: user.id, name: user.name, agency, groups, role: user.role, permissions: permissionsOf(user.role) };
}
