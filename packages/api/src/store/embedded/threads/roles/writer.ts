import { publicIds } from '../../../../model/publicIds.ts';
import { workWrites } from '../../embeddedWorkStore.ts';
import { Interning } from '../../interning.ts';
import { Sqlite } from '../../sqlite.ts';
import type { StopSwitch } from '../../stopSwitch.ts';
import { symmetricKinds } from '../../symmetricKinds.ts';
import { EmbeddedWrites } from '../../writes.ts';
import { unpackVocabulary, type CarriedVocabulary } from '../carryVocabulary.ts';
import { callMethod, type Role } from './role.ts';

export interface WriterOptions {
  readonly path: string;
  readonly secret: Uint8Array;
  readonly vocabulary: CarriedVocabulary;
  readonly hubThreshold?: number;
}

/** Every write of evidence and work, over the one connection that writes. The keeper empties the journal. */
export function openWriter({ path, secret, vocabulary, hubThreshold }: WriterOptions, stop: StopSwitch): Role {
  const db = new Sqlite(path, { stop });
  const known = unpackVocabulary(vocabulary);
  const interning = new Interning(db, known);
  const symmetric = symmetricKinds(known);
  const writes = new EmbeddedWrites(db, {
    interning,
    ids: publicIds(Buffer.from(secret)),
    symmetric,
    hubThreshold,
    checkpointPages: 0,
    emptyJournal: () => undefined,
  });
  const methods = {
    ...workWrites(db),
    addPacked: writes.addPacked.bind(writes),
    retractReport: writes.retractReport.bind(writes),
    recluster: writes.recluster.bind(writes),
    verify: () => writes.verify(),
  };
  return {
    call: (name, asked) => callMethod(methods, name, asked),
    close() {
      writes.flush();
      db.close();
    },
  };
}
