import type { Vocabulary } from '@linchpin/schema';
import type { DemoSetting } from './config.ts';
import { loadDemo } from './loadDemo.ts';
import { LinchpinError } from './model/errors.ts';
import type { OpenStores } from './openStores.ts';
import type { DemoMode } from './server/serverOptions.ts';

interface Settling {
  readonly stores: Pick<OpenStores, 'graph' | 'work' | 'ids'>;
  readonly vocabulary: Vocabulary;
  readonly asked: DemoSetting | null;
}

/**
 * Whether demo people may ask here, and the demo case where it is wanted and not there yet. A new and empty store is
 * a demo unless said; what it became is remembered in it.
 * @throws LinchpinError INVALID where a store of real work is asked to let demo people in.
 */
export async function settleDemo({ stores, vocabulary, asked }: Settling): Promise<DemoMode> {
  const wanted = asked === null ? null : String(asked !== 'false');
  const kept = await stores.work.setting('demo');
  const nature = kept ?? (await stores.work.claimSetting('demo', String(wanted !== 'false' && (await isEmpty(stores)))));
  if (nature === 'false' && wanted === 'true')
    throw new LinchpinError(
      'INVALID',
      'LINCHPIN_DEMO: this store holds work that is not a demo, and demo people have no passwords. Choose another data folder',
    );
  if (nature === 'false' || wanted === 'false') return 'off';
  if ((await stores.work.setting('demoLoaded')) === null) {
    await loadDemo({ ...stores, vocabulary });
    await stores.work.putSetting('demoLoaded', 'true');
  }
  return asked === 'published' ? 'published' : 'loopback';
}

/**
 * Before an import: a demo that lets nobody in takes nothing in either, or invented and real people would meet in it.
 * @throws LinchpinError INVALID
 */
export async function refuseLockedDemo(work: OpenStores['work'], asked: DemoSetting | null): Promise<void> {
  if (asked !== 'false' || (await work.setting('demo')) !== 'true') return;
  throw new LinchpinError(
    'INVALID',
    'LINCHPIN_DEMO is false, and this store is a demo, which is locked by it. Name another folder with LINCHPIN_DATA, or leave LINCHPIN_DEMO out',
  );
}

async function isEmpty({ graph, work }: Settling['stores']): Promise<boolean> {
  const [lastChange, { users }] = await Promise.all([graph.lastChange(), work.directory()]);
  return lastChange === 0 && users.length === 0;
}
