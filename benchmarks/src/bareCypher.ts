import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Peer } from './peer.ts';

/** Plain Cypher over (:Entity)-[:LINK]->(:Entity), one session a question, as a first program would do it. */
export async function bareCypher(uri: string, user: string, password: string): Promise<Peer> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true });
  await ask(driver, 'CREATE CONSTRAINT peer_id IF NOT EXISTS FOR (e:Peer) REQUIRE e.id IS UNIQUE');
  await ask(driver, 'CREATE FULLTEXT INDEX peer_words IF NOT EXISTS FOR (e:Peer) ON EACH [e.words]');
  await ask(driver, 'CALL db.awaitIndexes(60)');
  return {
    name: 'bare Cypher',
    add: (reports) => add(driver, reports),
    async expand(id, limit) {
      await ask(
        driver,
        'MATCH (:Peer {id: $id})-[r:PEER]-(o) RETURN r.kind AS kind, count(r) AS links, count(DISTINCT o) AS others',
        { id },
      );
      return ask(
        driver,
        `MATCH (:Peer {id: $id})-[r:PEER]-(o) WITH o, r.kind AS kind, count(r) AS links, max(r.at) AS last
         ORDER BY last DESC LIMIT toInteger($limit) RETURN o.id, o.caption, kind, links, last`,
        { id, limit },
      );
    },
    search: (words) =>
      ask(driver, `CALL db.index.fulltext.queryNodes('peer_words', $text, {limit: 20}) YIELD node RETURN node.id`, {
        text: words.map((word) => `+${word}`).join(' '),
      }),
    path: (from, to, maxHops) =>
      ask(
        driver,
        `MATCH (a:Peer {id: $from}), (b:Peer {id: $to}), p = shortestPath((a)-[:PEER*..${Math.trunc(maxHops)}]-(b)) RETURN length(p)`,
        { from, to },
      ),
    close: () => driver.close(),
  };
}

async function add(driver: Driver, reports: readonly PreparedReport[]): Promise<void> {
  const entities = reports.flatMap((report) =>
    report.records.map((record) => ({ id: record.proposedEntityId, caption: record.caption, words: record.words.join(' ') })),
  );
  const links = reports.flatMap((report) =>
    report.links.map((link) => ({
      from: report.records[link.from]!.proposedEntityId,
      to: report.records[link.to]!.proposedEntityId,
      kind: link.kind,
      at: link.time,
    })),
  );
  await ask(driver, 'UNWIND $entities AS e MERGE (n:Peer {id: e.id}) ON CREATE SET n.caption = e.caption, n.words = e.words', {
    entities,
  });
  await ask(
    driver,
    'UNWIND $links AS l MATCH (a:Peer {id: l.from}), (b:Peer {id: l.to}) CREATE (a)-[:PEER {kind: l.kind, at: l.at}]->(b)',
    { links },
  );
}

async function ask(driver: Driver, text: string, parameters: Record<string, unknown> = {}): Promise<unknown[]> {
  const session: Session = driver.session();
  try {
    return (await session.run(text, parameters)).records;
  } finally {
    await session.close();
  }
}
