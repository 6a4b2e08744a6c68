import DataLoader from 'dataloader';
import { perform } from '../gate/perform.ts';
import type { RequestContext } from '../gate/requestContext.ts';
import type { UseCase } from '../gate/useCase.ts';
import { forgetPages } from './loadPage.ts';

type BatchUseCase<O> = UseCase<{ readonly ids: readonly string[] }, readonly O[]>;

const largestBatch = 500;
const loaders = new WeakMap<RequestContext, Map<string, DataLoader<string, unknown>>>();

/** Answers for one id what a use-case answers for many: what a request asks in one breath becomes one use-case. */
export function loadOne<O>(context: RequestContext, useCase: BatchUseCase<O>, id: string): Promise<O> {
  return loaderOf(context, useCase).load(id);
}

/** After a write nothing that the request has read may be taken for true. */
export function forgetLoaded(context: RequestContext): void {
  loaders.delete(context);
  forgetPages(context);
}

function loaderOf<O>(context: RequestContext, useCase: BatchUseCase<O>): DataLoader<string, O> {
  const ofRequest = loaders.get(context) ?? new Map<string, DataLoader<string, unknown>>();
  loaders.set(context, ofRequest);
  const known = ofRequest.get(useCase.name);
  if (known) return known as DataLoader<string, O>;
  const loader = new DataLoader<string, O>((ids) => perform(context, useCase, { ids }), { maxBatchSize: largestBatch });
  ofRequest.set(useCase.name, loader as DataLoader<string, unknown>);
  return loader;
}
