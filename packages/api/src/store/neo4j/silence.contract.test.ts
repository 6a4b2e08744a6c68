import { coreVocabulary } from '@linchpin/schema';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mintScope } from '../../gate/mintScope.ts';
import { publicIds } from '../../model/publicIds.ts';
import { buildReport } from '../contract/buildReport.ts';
import { openNeo4jStores } from './openNeo4jStores.ts';
import { Cypher } from './runCypher.ts';
import { empty, settingsForTests } from './testing/openEmpty.ts';
import { startHoldingProxy, type HoldingProxy } from './testing/holdingProxy.ts';
import { serverForTests } from './testing/serverForTests.ts';

const ids = publicIds(Buffer.from('a secret of this test alone'));
const scope = mintScope({ agency: 'ALPHA', groups: [] });
const report = buildReport(ids, {
  agency: 'ALPHA',
  number: 'ALPHA-2024-000001',
  idempotency: { key: 'once', bodyHash: 'body' },
  records: [{ kind: 'PHONE', values: { number: ['+15045550142'] }, key: 'PHONE +15045550142' }],
});
const entry = { at: 0, user: 'somebody', agency: 'ALPHA', useCase: 'test', subject: {}, outcome: 'FAILED' } as const;

async function secondsOf(work: Promise<unknown>): Promise<{ readonly seconds: number; readonly error: unknown }> {
  const begun = performance.now();
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { seconds: (performance.now() - begun) / 1_000, error };
}

describe.skipIf(!serverForTests())('a server that falls silent', () => {
  let proxy: HoldingProxy;
  let stores: Awaited<ReturnType<typeof openNeo4jStores>>;

  beforeEach(async () => {
    await empty();
    proxy = await startHoldingProxy(settingsForTests().uri);
    stores = await openNeo4jStores({ ...settingsForTests(), uri: proxy.uri, vocabulary: coreVocabulary });
  });

  afterEach(async () => {
    await Promise.all([stores.graph, stores.work, stores.audit].map((store) => store.close()));
    proxy.close();
  });

  it('is told of within five seconds, remembering the question included, and found again by the next question', async () => {
    await stores.graph.lookup(scope, ['PHONE +15045550142']);
    proxy.hold();
    const asking = await secondsOf(
      stores.work
        .directory()
        .catch((error: unknown) =>
          stores.audit
            .append({ ...entry, code: null, results: null, legalCase: null, purpose: null })
            .then(() => Promise.reject(error)),
        ),
    );
    expect(asking.error).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(/^Neo4j does not answer/) });
    expect(asking.seconds).toBeLessThan(5.5);
    proxy.letGo();
    await vi.waitFor(async () => expect(await stores.graph.lookup(scope, ['PHONE +1'])).toMatchObject({ entityIds: [] }), {
      timeout: 5_000,
    });
  });

  it('has not written what was told to be out of reach, not even when it goes on', async () => {
    proxy.hold();
    const { error } = await secondsOf(stores.graph.addReports([report]));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(/^Neo4j does not answer/) });
    proxy.letGo();
    // The next write waits for the lock that the one left behind may hold, and finds nothing of it.
    await vi.waitFor(async () => expect(await stores.graph.addReports([report])).toMatchObject([{ kind: 'added' }]), {
      timeout: 10_000,
    });
  });

  it('is told to have written, or not, what it was to commit; sent again, that is answered as it was the first time', async () => {
    proxy.holdAfterCommit();
    const { error, seconds } = await secondsOf(stores.graph.addReports([report]));
    expect(error).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/may be written, or not.*idempotency key/),
    });
    expect(seconds).toBeLessThan(8);
    proxy.letGo();
    await vi.waitFor(async () => expect(await stores.graph.addReports([report])).toMatchObject([{ kind: 'known' }]), {
      timeout: 10_000,
    });
  });

  it('is waited for by a long job, which is told, and writes once what may have been written already', async () => {
    const told: boolean[] = [];
    const outage = { patience: 60_000, onOutage: (isAway: boolean) => void told.push(isAway) };
    const job = await openNeo4jStores({ ...settingsForTests(), uri: proxy.uri, vocabulary: coreVocabulary, outage });
    try {
      proxy.holdAfterCommit();
      const adding = job.graph.addReports([report]);
      await vi.waitFor(() => expect(told).toEqual([true]), { timeout: 20_000 });
      proxy.letGo();
      expect(await adding).toMatchObject([{ kind: 'added' }]);
      expect(told).toEqual([true, false]);
      expect(await job.graph.lastChange()).toBe(1);
    } finally {
      await Promise.all([job.graph, job.work, job.audit].map((store) => store.close()));
    }
  });

  it('is not confused with one that works long, whose answer is waited for as long as it was given', async () => {
    const cypher = new Cypher({ ...settingsForTests(), uri: proxy.uri });
    const { error, seconds } = await secondsOf(
      cypher.read('UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a', {}, 7_000),
    );
    expect(error).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(/took too long/) });
    expect(seconds).toBeGreaterThan(6);
    expect(seconds).toBeLessThan(12);
    await cypher.close();
  });
});
