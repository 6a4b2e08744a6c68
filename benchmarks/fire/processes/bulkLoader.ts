import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { drawNumber } from '@linchpin/api/src/features/ingest/drawNumber.ts';
import { prepareReport } from '@linchpin/api/src/features/ingest/prepareReport.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import { embeddedWorkStore } from '@linchpin/api/src/store/embedded/embeddedWorkStore.ts';
import { Interning } from '@linchpin/api/src/store/embedded/interning.ts';
import { storeFiles } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { Sqlite } from '@linchpin/api/src/store/embedded/sqlite.ts';
import { EmbeddedWrites } from '@linchpin/api/src/store/embedded/writes.ts';
import { coreVocabulary as vocabulary } from '@linchpin/schema';
import { fireReport } from '../clients/fireReports.ts';

/** A process of its own that loads an empty store in bulk: `DATA SEED REPORTS`. Says each report on a line once it is durable. */
const [data, seed, reports] = process.argv.slice(2) as [string, string, string];
const plan = { seed: Number(seed), phones: 5, people: 20 };
const db = new Sqlite(join(data, storeFiles.evidence));
const secret = (await embeddedWorkStore(db).setting('secret')) ?? '';
const ids = publicIds(Buffer.from(secret, 'hex'));
const interning = new Interning(db, vocabulary);
const symmetric = [...vocabulary.linkKinds.values()].filter((kind) => kind.isSymmetric).map((kind) => kind.kind);
const writes = new EmbeddedWrites(db, { interning, ids, symmetric });
const context = { vocabulary, ids, agency: 'BAYOU-SO', groups: ['GULF-TF'], drawNumber: () => drawNumber(9) };
await writes.beginBulk();
const atOnce = 10;
for (let from = 0; from < Number(reports); from += atOnce) {
  const nths = Array.from({ length: atOnce }, (_, at) => from + at);
  const outcomes = await writes.addReports(
    nths.map((nth) => prepareReport(fireReport(plan, nth), { ...context, now: Date.now() })),
  );
  for (const [at, outcome] of outcomes.entries())
    if (outcome.kind === 'added')
      writeSync(1, `${JSON.stringify({ nth: nths[at], number: outcome.number, entityIds: outcome.entityIds })}\n`);
}
writeSync(1, 'finishing\n');
await writes.endBulk();
writeSync(1, 'finished\n');
db.close();
