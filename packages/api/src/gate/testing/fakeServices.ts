import { coreVocabulary } from '@linchpin/schema';
import { publicIds } from '../../model/publicIds.ts';
import type { AuditEntry } from '../../store/ports/auditLog.ts';
import type { Directory, Role } from '../../store/ports/workStore.ts';
import type { Services } from '../requestContext.ts';
import { findViewer, type Viewer } from '../viewer.ts';

const directory: Directory = {
  agencies: [
    { id: 'BAYOU-SO', name: 'Bayou', contact: 'desk', jurisdictions: [] },
    { id: 'PINE-SO', name: 'Pine', contact: 'desk', jurisdictions: [] },
  ],
  groups: [
    { id: 'GULF-TF', name: 'Gulf', agencies: ['BAYOU-SO', 'PINE-SO'] },
    { id: 'PINE-TF', name: 'Pine', agencies: ['PINE-SO'] },
  ],
  jurisdictions: [],
  users: [],
};

/** Somebody of BAYOU-SO, which belongs to GULF-TF. */
export function viewerOf(role: Role): Viewer {
  const user = { id: role.toLowerCase(), name: role, agency: 'BAYOU-SO', role };
  const viewer = findViewer({ ...directory, users: [user] }, user.id);
  if (!viewer) throw new Error('The fixture has no agency');
  return viewer;
}

/** Services that remember audit entries and faults, and whose stores refuse every touch. */
export function fakeServices(replace: Partial<Services> = {}) {
  const entries: AuditEntry[] = [];
  const faults: string[] = [];
  const touched: string[] = [];
  const untouchable = (store: string): never =>
    new Proxy(
      {},
      { get: (_, name) => () => Promise.reject(new Error(touched.push(`${store}.${String(name)}`).toString())) },
    ) as never;
  const services: Services = {
    graph: untouchable('graph'),
    work: untouchable('work'),
    audit: {
      append: async (entry) => void entries.push(entry),
      entries: async () => [],
      verify: async () => ({ entries: entries.length, brokenAt: null }),
      close: async () => {},
    },
    vocabulary: coreVocabulary,
    ids: publicIds(Buffer.alloc(32, 7)),
    now: () => 1_000,
    onFault: ({ error }) => void faults.push(String(error)),
    ...replace,
  };
  return { services, entries, faults, touched };
}
