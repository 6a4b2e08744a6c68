import DataLoader from 'dataloader';
import { perform } from '../gate/perform.ts';
import type { RequestContext } from '../gate/requestContext.ts';
import type { UseCase } from '../gate/useCase.ts';

export interface PageOf {
  readonly first: number;
  readonly after: string | null;
}

type PagesUseCase<O> = UseCase<{ readonly of: readonly string[]; readonly page: PageOf }, readonly O[]>;

const largestBatch = 500;
const loaders = new WeakMap<RequestContext, Map<string, DataLoader<string, unknown>>>();

/**
 * A page of what belongs to one thing, by a use-case that answers for many: what a request asks of several things in one
 * breath becomes one use-case and one audit entry that names them all.
 */
export function loadPage<O>(
  context: RequestContext,
  useCase: PagesUseCase<O>,
  { of, page }: { readonly of: string; readonly page: PageOf },
): Promise<O> {
  return loaderOf(context, useCase, page).load(of);
}

/** After a write nothing that the request has read may be taken for true. */
export function forgetPages(context: RequestContext): void {
  loaders.delete(context);
}

function loaderOf<O>(context: RequestContext, useCase: PagesUseCase<O>, page: PageOf): DataLoader<string, O> {
  const ofRequest = loaders.get(context) ?? new Map<string, DataLoader<string, unknown>>();
  loaders.set(context, ofRequest);
  const name = `${useCase.name} ${page.first} ${page.after ?? ''}`;
  const known = ofRequest.get(name);
  if (known) return known as DataLoader<string, O>;
  const loader = new DataLoader<string, O>((of) => perform(context, useCase, { of, page }), { maxBatchSize: largestBatch });
  ofRequest.set(name, loader as DataLoader<string, unknown>);
  return loader;
}
