import { LinchpinError, type ErrorCode } from '../model/errors.ts';
import type { AuditEntry } from '../store/ports/auditLog.ts';
import { audiencesOf, requirePermission } from './accessPolicy.ts';
import { boundNote, boundSubject } from './boundSubject.ts';
import { mintScope } from './mintScope.ts';
import { rememberWith } from './pendingEntries.ts';
import { servicesOf, type RequestContext, type Services } from './requestContext.ts';
import type { RunContext, UseCase } from './useCase.ts';
import type { Viewer } from './viewer.ts';

/**
 * The one way to ask anything: permitted, scope minted, run, remembered. Refusals and failures are remembered
 * too. An answer whose audit entry cannot be written is not given.
 * @throws LinchpinError of the use-case; UNAVAILABLE for errors that are not ours and for a silent audit log.
 */
export async function perform<I, O>(context: RequestContext, useCase: UseCase<I, O>, input: I): Promise<O> {
  const services = servicesOf(context);
  const attempt = await attemptRun(context, services, useCase, input);
  const written = remember(context, services, useCase.name, () => entryOf(context, services, useCase, input, attempt));
  await rememberWith(context, written);
  services.onPerformed?.({ useCase: useCase.name, outcome: outcomeOf('error' in attempt ? attempt.error.code : null) });
  if ('error' in attempt) throw attempt.error;
  return attempt.result;
}

type Attempt<O> = { readonly result: O } | { readonly error: LinchpinError };

async function attemptRun<I, O>(
  context: RequestContext,
  services: Services,
  useCase: UseCase<I, O>,
  input: I,
): Promise<Attempt<O>> {
  try {
    const { viewer } = context;
    requirePermission(viewer, useCase);
    return { result: await useCase.run(runContext(services, viewer), input) };
  } catch (error) {
    if (error instanceof LinchpinError && error.code !== 'UNAVAILABLE') return { error };
    services.onFault({ requestId: context.requestId, useCase: useCase.name, error });
    return { error: error instanceof LinchpinError ? error : unavailable(context) };
  }
}

function runContext(services: Services, viewer: Viewer): RunContext {
  const { graph, work, analysis = null, vocabulary, ids } = services;
  let directory: ReturnType<RunContext['directory']> | null = null;
  return {
    scope: mintScope(audiencesOf(viewer)),
    viewer,
    graph,
    work,
    analysis,
    vocabulary,
    ids,
    now: () => services.now(),
    directory: () => (directory ??= work.directory()),
  };
}

function entryOf<I, O>(
  context: RequestContext,
  services: Services,
  useCase: UseCase<I, O>,
  input: I,
  attempt: Attempt<O>,
): AuditEntry {
  const code = 'error' in attempt ? attempt.error.code : null;
  return {
    at: services.now(),
    user: context.viewer?.id ?? null,
    agency: context.viewer?.agency.id ?? null,
    useCase: useCase.name,
    subject: boundSubject(useCase.describe(input, services.ids.digest)),
    outcome: outcomeOf(code),
    code,
    results: 'result' in attempt ? useCase.count(attempt.result) : null,
    legalCase: context.legalCase && boundNote(context.legalCase),
    purpose: context.purpose && boundNote(context.purpose),
  };
}

function outcomeOf(code: ErrorCode | null): AuditEntry['outcome'] {
  if (code === null) return 'ANSWERED';
  return code === 'NOT_SIGNED_IN' || code === 'NOT_PERMITTED' ? 'REFUSED' : 'FAILED';
}

async function remember(context: RequestContext, services: Services, useCase: string, entry: () => AuditEntry): Promise<void> {
  try {
    await services.audit.append(entry());
  } catch (error) {
    services.onFault({ requestId: context.requestId, useCase, error });
    throw unavailable(context);
  }
}

function unavailable(context: RequestContext): LinchpinError {
  return new LinchpinError('UNAVAILABLE', `Linchpin cannot answer just now (request ${context.requestId}). Try again later`);
}
