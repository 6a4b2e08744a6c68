import { join } from 'node:path';
import { auditLogContract } from '../../contract/auditLogContract.ts';
import { workStoreContract } from '../../contract/workStoreContract.ts';
import { storeFiles, type EmbeddedStores } from '../openEmbeddedStores.ts';
import { Sqlite } from '../sqlite.ts';

/**
 * What work and the audit log promise, asked of embedded stores however they are opened.
 * @param open stores in a folder that may be new. @param newFolder the path of one that nobody has
 */
export function workAndAuditContracts(
  name: string,
  open: (folder: string) => Promise<EmbeddedStores>,
  newFolder: () => string,
): void {
  workStoreContract(name, async () => {
    const { graph, work, audit } = await open(newFolder());
    const close = async (): Promise<void> => {
      await Promise.all([work.close(), graph.close(), audit.close()]);
    };
    return { ...work, close };
  });

  auditLogContract(name, async () => {
    const folder = newFolder();
    const openLog = async (): Promise<EmbeddedStores['audit']> => {
      const { graph, work, audit } = await open(folder);
      await work.close();
      await graph.close();
      return audit;
    };
    const log = await openLog();
    return {
      log,
      tamper: async (seq) => {
        const db = new Sqlite(join(folder, storeFiles.audit));
        db.run(`UPDATE audit SET body = replace(body, '"results":3', '"results":4') WHERE seq = ?`, [seq]);
        db.close();
      },
      reopen: async () => {
        await log.close();
        return openLog();
      },
    };
  });
}
