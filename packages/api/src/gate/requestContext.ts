import type { Vocabulary } from '@linchpin/schema';
import type { Analysis } from '../model/analysis.ts';
import type { PublicIds } from '../model/publicIds.ts';
import type { AuditEntry, AuditLog } from '../store/ports/auditLog.ts';
import type { GraphStore } from '../store/ports/graphStore.ts';
import type { WorkStore } from '../store/ports/workStore.ts';
import type { Viewer } from './viewer.ts';

/** The open stores and what every use-case needs beside them. */
export interface Services {
  readonly graph: GraphStore;
  readonly work: WorkStore;
  readonly audit: AuditLog;
  /** Without it the store alone is asked. */
  readonly analysis?: Analysis;
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
  /** Epoch milliseconds. */
  now(): number;
  /** An error that is not ours, or an audit entry that could not be written; for the log. */
  onFault(fault: { readonly requestId: string; readonly useCase: string; readonly error: unknown }): void;
  /** A use-case was asked and its entry handed to the audit log; for counting. */
  onPerformed?(performed: { readonly useCase: string; readonly outcome: AuditEntry['outcome'] }): void;
}

/** One request: who asks and why. It carries no store: only `perform` finds that behind it. */
export interface RequestContext {
  readonly requestId: string;
  readonly viewer: Viewer | null;
  readonly legalCase: string | null;
  readonly purpose: string | null;
}

const servicesBehind = new WeakMap<RequestContext, Services>();

export function openRequest(services: Services, request: RequestContext): RequestContext {
  const context = Object.freeze({ ...request });
  servicesBehind.set(context, services);
  return context;
}

/** For the gate alone. */
export function servicesOf(context: RequestContext): Services {
  const services = servicesBehind.get(context);
  if (!services) throw new Error('A request context must be made by openRequest');
  return services;
}
