import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, it } from 'vitest';
import { publicIds } from '../../model/publicIds.ts';
import { mintScope } from '../../gate/mintScope.ts';
import { atDay, buildReport } from '../contract/buildReport.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { Cypher } from './runCypher.ts';
import { empty, migrationForTests, openEmpty, settingsForTests } from './testing/openEmpty.ts';
import { serverForTests } from './testing/serverForTests.ts';
import { migrate } from './migrations/migrate.ts';
import { addReports } from './write/addReports.ts';

const secret = Buffer.from('a secret of this test alone');
const ids = publicIds(secret);
const scope = mintScope({ agency: 'ALPHA', groups: [] });

function callReport(number: string) {
  const phone = (last: string) => ({ kind: 'PHONE', values: { number: [`+1504555${last}`] }, key: `PHONE +1504555${last}` });
  return buildReport(ids, {
    agency: 'ALPHA',
    number,
    records: [phone('0142'), phone('0143')],
    links: [{ kind: 'CALLED', from: 0, to: 1, start: atDay(Date.UTC(2024, 0, 5)) }],
  });
}

describe.skipIf(!serverForTests())('evidence on a real server', () => {
  const withStore = async (work: (graph: GraphStore, cypher: Cypher) => Promise<void>): Promise<void> => {
    const { graph, work: other, audit } = await openEmpty({ vocabulary: coreVocabulary, secret });
    const cypher = new Cypher(settingsForTests());
    try {
      await work(graph, cypher);
    } finally {
      await Promise.all([graph.close(), other.close(), audit.close(), cypher.close()]);
    }
  };

  it('is stored with whole numbers as integers', () =>
    withStore(async (graph, cypher) => {
      await graph.addReports([callReport('ALPHA-2024-000001')]);
      const values = await cypher.read<{ type: string; name: string }>(`
        MATCH (n) UNWIND keys(n) AS name WITH n[name] AS value, name RETURN DISTINCT name, valueType(value) AS type
        UNION MATCH ()-[r]->() UNWIND keys(r) AS name WITH r[name] AS value, name RETURN DISTINCT name, valueType(value) AS type`);
      expect(values.filter(({ type }) => type.includes('FLOAT'))).toEqual([]);
      expect(values.filter(({ type }) => type.startsWith('INTEGER')).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['received', 'time', 'links', 'first', 'last', 'seq', 'records', 'ordinal']),
      );
    }));

  it('shows in the tools of Neo4j as a network: entities joined by relationships of the kind of the links', () =>
    withStore(async (graph, cypher) => {
      await graph.addReports([callReport('ALPHA-2024-000001')]);
      const joined = await cypher.read(
        'MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r) AS kind, a.kind AS from, b.kind AS to, r.links AS links',
      );
      expect(joined).toEqual([{ kind: 'CALLED', from: 'PHONE', to: 'PHONE', links: 1 }]);
    }));

  it('is written once when the answer to a commit is lost and the write is tried again', async () => {
    await empty();
    const cypher = new Cypher(settingsForTests());
    try {
      await migrate(cypher, migrationForTests);
      const losing: Pick<Cypher, 'write'> = {
        write: async (work) => {
          await cypher.write(work);
          return cypher.write((transaction) => work(transaction, true));
        },
      };
      const report = callReport('ALPHA-2024-000001');
      const outcomes = await addReports(losing, { vocabulary: coreVocabulary, ids, hubFrom: 8 }, [report]);
      expect(outcomes).toEqual([
        { kind: 'added', number: report.number, reportId: report.id, entityIds: [expect.any(String), expect.any(String)] },
      ]);
      const [counts] = await cypher.read(
        'RETURN COUNT { (:Report) } AS reports, COUNT { (:Link) } AS links, COUNT { (:Change) } AS changes',
      );
      expect(counts).toEqual({ reports: 1, links: 1, changes: 1 });
    } finally {
      await cypher.close();
    }
  });

  it('is verified: what was changed behind the back of the store is found', () =>
    withStore(async (graph, cypher) => {
      await graph.addReports([callReport('ALPHA-2024-000001'), callReport('ALPHA-2024-000002')]);
      expect(await graph.verify()).toMatchObject({ checked: { reports: 2, records: 4, links: 2, entities: 2 }, problems: [] });
      await cypher.runAlone('MATCH (:Entity)-[r:CALLED]->(:Entity) SET r.links = 5');
      expect((await graph.verify()).problems).toEqual([expect.stringMatching(/^Relationship miscounts/)]);
      await cypher.runAlone('MATCH (:Entity)-[r:CALLED]->(:Entity) DELETE r');
      await cypher.runAlone('MATCH (h:Holding) WITH h LIMIT 1 DETACH DELETE h');
      expect((await graph.verify()).problems).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Relationship is missing/), expect.stringMatching(/^Holding is missing/)]),
      );
    }));

  it('forgets a number with the last report that gave it', () =>
    withStore(async (graph, cypher) => {
      const report = callReport('ALPHA-2024-000001');
      await graph.addReports([report]);
      await graph.retractReport({ number: report.number, agency: 'ALPHA', reason: 'wrong', by: 'somebody', at: 0 });
      const left = await cypher.read<{ value: string }>(`
        MATCH (n) UNWIND keys(n) AS name WITH toStringOrNull(n[name]) AS value WHERE value CONTAINS '5045550142' RETURN value`);
      expect(left).toEqual([]);
    }));

  it('survives many writers at once without a deadlock', () =>
    withStore(async (graph) => {
      const numbers = Array.from({ length: 40 }, (_, i) => `ALPHA-2024-${String(i + 1).padStart(6, '0')}`);
      const outcomes = await Promise.all(numbers.map((number) => graph.addReports([callReport(number)])));
      expect(outcomes.map(([outcome]) => outcome?.number)).toEqual(numbers);
      const [first] = outcomes[0]!;
      const entityIds = first && 'entityIds' in first ? first.entityIds : [];
      const [counts] = await graph.linkCounts(scope, [entityIds[0]!]);
      expect(counts).toEqual([{ linkKind: 'CALLED', entityKind: 'PHONE', direction: 'OUT', links: 40, neighbours: 1 }]);
      expect(await graph.lastChange()).toBe(40);
    }));
});
