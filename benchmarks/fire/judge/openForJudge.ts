import type { StoreConfig } from '@linchpin/api/src/config.ts';
import { perform } from '@linchpin/api/src/gate/perform.ts';
import { openRequest } from '@linchpin/api/src/gate/requestContext.ts';
import type { UseCase } from '@linchpin/api/src/gate/useCase.ts';
import { findViewer } from '@linchpin/api/src/gate/viewer.ts';
import { openStores, type OpenStores } from '@linchpin/api/src/openStores.ts';
import { coreVocabulary } from '@linchpin/schema';

export interface StorePlace {
  readonly store: StoreConfig;
  readonly data: string;
}

export interface Judged {
  readonly stores: OpenStores;
  /** Runs a use-case as investigator1, as the service would. */
  ask<I, O>(useCase: UseCase<I, O>, input: I): Promise<O>;
}

/** Opens a store as the service does, for as long as `look` needs. @throws LinchpinError where it cannot be opened */
export async function withStores<T>(place: StorePlace, look: (judged: Judged) => Promise<T>, user = 'investigator1'): Promise<T> {
  const stores = await openStores(place, coreVocabulary);
  try {
    const viewer = findViewer(await stores.work.directory(), user);
    const faults: unknown[] = [];
    const services = {
      ...stores,
      vocabulary: coreVocabulary,
      now: Date.now,
      onFault: ({ error }: { readonly error: unknown }) => void faults.push(error),
    };
    const context = openRequest(services, { requestId: 'judge', viewer, legalCase: null, purpose: 'fire' });
    return await look({
      stores,
      ask: (useCase, input) => perform(context, useCase, input).catch((error: unknown) => Promise.reject(faults.pop() ?? error)),
    });
  } finally {
    await stores.close();
  }
}
