import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVocabulary } from '@linchpin/schema';
import { mintScope } from '../../../../gate/mintScope.ts';
import type { PreparedReport } from '../../../../model/prepared.ts';
import { publicIds } from '../../../../model/publicIds.ts';
import { buildReport, type ReportDraft } from '../../../contract/buildReport.ts';
import { openEmbeddedStores, type EmbeddedStores } from '../../openEmbeddedStores.ts';
import type { ThreadSettings } from '../openThreaded.ts';
import { faultyThreads, type FaultyThreads } from './faultyThreads.ts';

const secret = Buffer.alloc(32, 7);
const ids = publicIds(secret);

export const alpha = mintScope({ agency: 'ALPHA', groups: [] });

export interface FaultyStores extends EmbeddedStores {
  readonly folder: string;
  readonly threads: FaultyThreads;
  /** Closes what is open still, and removes the folder. */
  remove(): Promise<void>;
}

/** Stores in threads that suffer as their questions say. */
export async function openFaulty(settings: ThreadSettings = {}): Promise<FaultyStores> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-faulty-'));
  const threads = faultyThreads();
  const stores = await openEmbeddedStores({
    folder,
    secret,
    vocabulary: coreVocabulary,
    threads: { readers: 2, warms: false, threads, ...settings },
  });
  return {
    ...stores,
    folder,
    threads,
    async remove() {
      await Promise.allSettled([stores.graph.close(), stores.audit.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A report of ALPHA about one phone. */
export function phoneReport(nth: number, more: Partial<ReportDraft> = {}): PreparedReport {
  const digits = `+1504555${String(nth).padStart(4, '0')}`;
  return buildReport(ids, {
    number: `ALPHA-2024-${String(nth).padStart(6, '0')}`,
    agency: 'ALPHA',
    records: [{ kind: 'PHONE', key: `PHONE ${digits}`, caption: digits, values: { number: [digits] } }],
    ...more,
  });
}
