import { coreVocabulary } from '@linchpin/schema';
import { readCommandEnvironment, readConfig, type Config } from '../config.ts';
import { perform } from '../gate/perform.ts';
import { openRequest, type Services } from '../gate/requestContext.ts';
import type { UseCase } from '../gate/useCase.ts';
import { findViewer } from '../gate/viewer.ts';
import { resolve } from 'node:path';
import { LinchpinError } from '../model/errors.ts';
import { holdsStore } from '../store/embedded/copyStore.ts';
import { openStores, type OpenOptions, type OpenStores } from '../openStores.ts';

/** An open store and the person a local command acts as. */
export interface LocalCommand {
  readonly config: Config;
  readonly stores: OpenStores;
  /** Runs a use-case through the gate, audited. */
  ask<I, O>(useCase: UseCase<I, O>, input: I): Promise<O>;
}

/** A path as the person typed it, whatever folder the script runs in. */
export function typedPath(path: string): string {
  return resolve(readCommandEnvironment().folder, path);
}

/**
 * Opens the store that the settings name, for this command alone, and closes it whatever happens.
 * @throws LinchpinError INVALID where there is no store yet, UNAVAILABLE while a server holds it
 */
export async function withLocalStores<T>(work: (config: Config, stores: OpenStores) => Promise<T>): Promise<T> {
  const config = readConfig();
  if (config.store.kind === 'embedded' && !holdsStore(config.data)) throw noStore(config.data);
  return withNewStores(work);
}

/** The same, but makes a store where there is none yet. */
export async function withNewStores<T>(
  work: (config: Config, stores: OpenStores) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const config = readConfig();
  const stores = await openStores(config, coreVocabulary, options);
  try {
    return await work(config, stores);
  } finally {
    await stores.close();
  }
}

export function noStore(data: string): LinchpinError {
  return new LinchpinError(
    'INVALID',
    `There is no store in ${data}. LINCHPIN_DATA names the folder; starting Linchpin or an import makes one`,
  );
}

/** @throws LinchpinError INVALID when the store knows no such user */
export async function actAs(user: string, config: Config, stores: OpenStores): Promise<LocalCommand> {
  const directory = await stores.work.directory();
  const viewer = findViewer(directory, user);
  if (!viewer) {
    const known =
      directory.users.map(({ id }) => id).join(', ') || 'none yet: start Linchpin once, or import into a new demo store';
    throw new LinchpinError('INVALID', `There is no user ${user} to act as (known: ${known})`);
  }
  const services: Services = { ...stores, vocabulary: coreVocabulary, now: Date.now, onFault: showFault };
  const context = openRequest(services, { requestId: 'command', viewer, legalCase: null, purpose: 'command line' });
  return { config, stores, ask: (useCase, input) => perform(context, useCase, input) };
}

function showFault({ useCase, error }: Parameters<Services['onFault']>[0]): void {
  if (!(error instanceof LinchpinError))
    process.stderr.write(`${useCase}: ${error instanceof Error ? error.message : String(error)}\n`);
}
