import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Peer } from './peer.ts';

/** What the peer may see: an agency's own and audiences. */
export interface PeerSight {
  readonly agency: string;
  readonly audiences: readonly string[];
}

export interface BareCypher extends Peer {
  /** From now on it reads the layout of the store itself, with this scope; before, plain entities and links of its own. */
  seeAs(sight: PeerSight): Promise<void>;
}

/**
 * What a program that only knows Cypher would write. It adds plain entities and links of its own, without reports,
 * records, holdings, pointers, protection or undo. Its questions are a statement or two each, auto-committed.
 */
export async function bareCypher(uri: string, user: string, password: string): Promise<BareCypher> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true });
  await ask(driver, 'CREATE CONSTRAINT peer_id IF NOT EXISTS FOR (e:Peer) REQUIRE e.id IS UNIQUE');
  await ask(driver, 'CREATE FULLTEXT INDEX peer_words IF NOT EXISTS FOR (e:Peer) ON EACH [e.words]');
  await ask(driver, 'CALL db.awaitIndexes(60)');
  let questions = plain;
  let scope: Record<string, unknown> = {};
  return {
    name: 'bare Cypher',
    add: (reports) => add(driver, reports),
    async expand(id, limit) {
      await ask(driver, questions.counts, { id, ...scope });
      return ask(driver, questions.page, { id, limit: neo4j.int(limit), ...scope });
    },
    linksAmong: (ids) => ask(driver, questions.among, { ids: [...ids], ...scope }),
    search: (words) => ask(driver, questions.search, { text: words.map((word) => `+${word}*`).join(' '), ...scope }),
    path: (from, to, maxHops) => ask(driver, questions.path(Math.trunc(maxHops)), { from, to, ...scope }),
    async seeAs({ agency, audiences }) {
      const types = await ask<{ type: string }>(driver, 'MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r) AS type');
      questions = scoped(types.map(({ type }) => type).join('|'));
      scope = { agency, audiences: [...audiences] };
    },
    close: () => driver.close(),
  };
}

interface Questions {
  readonly counts: string;
  readonly page: string;
  readonly among: string;
  readonly search: string;
  readonly path: (hops: number) => string;
}

/** Over (:Peer)-[:PEER]->(:Peer), unscoped. */
const plain: Questions = {
  counts: 'MATCH (:Peer {id: $id})-[r:PEER]-(o) RETURN r.kind AS kind, count(r) AS links, count(DISTINCT o) AS others',
  page: `MATCH (:Peer {id: $id})-[r:PEER]-(o) WITH o, r.kind AS kind, count(r) AS links, max(r.at) AS last
    ORDER BY last DESC LIMIT $limit RETURN o.id, o.caption, kind, links, last`,
  among: `MATCH (a:Peer)-[r:PEER]->(b:Peer) WHERE a.id IN $ids AND b.id IN $ids
    RETURN a.id, b.id, r.kind AS kind, count(r) AS links`,
  search: "CALL db.index.fulltext.queryNodes('peer_words', $text, {limit: 20}) YIELD node RETURN node.id",
  path: (hops) => `MATCH (a:Peer {id: $from}), (b:Peer {id: $to}), p = shortestPath((a)-[:PEER*..${hops}]-(b)) RETURN length(p)`,
};

const seen = (name: string): string => `(${name}.agency = $agency OR ${name}.audience IN $audiences)`;
const columns = 'r.agency, r.links, r.reports, r.sure, r.undated, r.first, r.last';

/** Over the store's own layout, in scope: counts; newest neighbours with their records, first and last seen. */
const scoped = (types: string): Questions => ({
  counts: `MATCH (e:Entity {id: $id})-[r]-(o:Entity) WHERE ${seen('r')}
    RETURN type(r) AS kind, o.kind AS other, startNode(r) = e AS isOut, sum(r.links) AS links, count(DISTINCT o) AS others`,
  page: `MATCH (e:Entity {id: $id})-[r]-(o:Entity) WHERE ${seen('r')}
    WITH o, max(r.last) AS last, collect([type(r), startNode(r) = e, ${columns}]) AS rows
    ORDER BY last DESC, o.id LIMIT $limit
    MATCH (o)<-[:ABOUT]-(h) WHERE ${seen('h')}
    WITH o, last, rows, min(h.firstLink) AS firstLink, max(h.lastLink) AS lastLink
    MATCH (o)<-[:OF]-(record) WHERE ${seen('record')}
    RETURN o.id, o.kind, rows, firstLink, lastLink, collect([record.id, record.number, record.agency, record.received,
      record.occurred, record.caption, record.isGeneric, record.properties]) AS records`,
  among: `MATCH (e:Entity)-[r]->(o:Entity) WHERE e.id IN $ids AND o.id IN $ids AND ${seen('r')}
    RETURN e.id, o.id, type(r), ${columns}`,
  search: `CALL db.index.fulltext.queryNodes('holding_words', $text) YIELD node AS holding WHERE ${seen('holding')}
    MATCH (holding)-[:ABOUT]->(e)<-[:ABOUT]-(h) WHERE ${seen('h')}
    RETURN e.id, e.kind, collect(DISTINCT holding.words) AS words, max(h.lastLink) AS last, max(h.lastOccurred) AS occurred`,
  path: (hops) => `MATCH (a:Entity {id: $from}), (b:Entity {id: $to}), p = shortestPath((a)-[:${types}*..${hops}]-(b))
    WHERE all(r IN relationships(p) WHERE ${seen('r')}) AND all(n IN nodes(p) WHERE NOT n:Hub OR n = a OR n = b)
    RETURN length(p)`,
});

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

async function ask<T extends object>(driver: Driver, text: string, parameters: Record<string, unknown> = {}): Promise<T[]> {
  const session: Session = driver.session();
  try {
    return (await session.run(text, parameters)).records.map((record) => record.toObject() as T);
  } finally {
    await session.close();
  }
}
