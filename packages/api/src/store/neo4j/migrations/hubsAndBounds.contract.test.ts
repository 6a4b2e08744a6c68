import { coreVocabulary } from '@linchpin/schema';
import { expect, it, describe } from 'vitest';
import { mintScope } from '../../../gate/mintScope.ts';
import { publicIds } from '../../../model/publicIds.ts';
import { buildReport } from '../../contract/buildReport.ts';
import { Cypher } from '../runCypher.ts';
import { openEmpty, reopen, settingsForTests } from '../testing/openEmpty.ts';
import { serverForTests } from '../testing/serverForTests.ts';

const secret = Buffer.from('a secret of this test alone');
const ids = publicIds(secret);
const number = '+15045550142';

function report(agency: string, serial: number) {
  const phone = { kind: 'PHONE', key: `PHONE ${number}`, values: { number: [number] } };
  return buildReport(ids, {
    agency,
    number: `${agency}-2024-00000${serial}`,
    records: [phone, { kind: 'PERSON', values: { name: [`Guest ${serial}`] } }],
    links: [{ kind: 'USES', from: 1, to: 0 }],
  });
}

describe.skipIf(!serverForTests())('version 2 of a database on a real server', () => {
  it('takes keys in clear for digests, and knows hubs and holders, of what version 1 wrote', async () => {
    const options = { vocabulary: coreVocabulary, secret, hubFrom: 4 };
    const { graph, work, audit } = await openEmpty(options);
    await graph.addReports([report('ALPHA', 1), report('BRAVO', 2)]);
    await Promise.all([graph.close(), work.close(), audit.close()]);
    const cypher = new Cypher(settingsForTests());
    await cypher.runAlone(`MATCH (e:Entity) WHERE e.key IS NOT NULL SET e.key = 'PHONE ${number}', e.sharedBy = 2`);
    await cypher.runAlone('MATCH (e:Entity) REMOVE e:Hub, e.version, e.holders, e.sharedStrength, e.sharedDay, e.sharedLast');
    await cypher.runAlone('MATCH (l:Link)-[:FROM]->(:Record)-[:IN]->(r:Report) CREATE (l)-[:IN]->(r)');
    await cypher.runAlone('MATCH (:Entity)-[b:USES]->(:Entity) REMOVE b.end');
    await cypher.runAlone('MATCH (s:LinchpinSchema) SET s.version = 1');

    const opened = await reopen(options);
    expect(await opened.graph.verify()).toMatchObject({ problems: [] });
    const [outcome] = await opened.graph.addReports([report('ALPHA', 3)]);
    const id = outcome && 'entityIds' in outcome ? outcome.entityIds[0]! : '';
    const scope = mintScope({ agency: 'ALPHA', groups: [] });
    expect(await opened.graph.entities(scope, [id])).toMatchObject([{ kind: 'PHONE', recordCount: 2 }]);
    const inClear = await cypher.read<{ value: string }>(
      'MATCH (e:Entity) UNWIND keys(e) AS name WITH toStringOrNull(e[name]) AS value WHERE value CONTAINS $number RETURN value',
      { number },
    );
    expect(inClear).toEqual([]);
    await Promise.all([opened.graph.close(), opened.work.close(), opened.audit.close(), cypher.close()]);
  });
});
