import type { Vocabulary } from '@linchpin/schema';
import type { Change } from '../ports/graphStore.ts';
import type { AdjacencyFeed, FeedChange, FeedChunk } from '../ports/adjacencyFeed.ts';
import { entityChunk, factChunk, FeedWords, rowChunk, typeChunk, undated } from './feedChunks.ts';
import type { EntityLists, FactRow, RowLists } from './feedChunks.ts';
import { linkTypes } from './linkTypes.ts';
import { readChanges, readLastChange } from './queries/changes.ts';
import * as queries from './queries/feed.ts';
import { Cypher, type Neo4jSettings } from './runCypher.ts';

type TypeLists = Readonly<Record<'froms' | 'tos' | 'origins' | 'lasts', readonly number[]>>;

/** Rows of facts in one chunk. */
const factsAtOnce = 20_000;
/** Pairs asked about in one statement. */
const pairsAtOnce = 10_000;

/** The adjacency of a Neo4j store over connections of its own; the store must have been opened before. */
export function neo4jAdjacencyFeed(settings: Neo4jSettings, vocabulary: Vocabulary): AdjacencyFeed {
  const cypher = new Cypher(settings);
  const types = linkTypes(vocabulary);
  const linkKinds = [...vocabulary.linkKinds.keys()];
  const symmetric = new Set(linkKinds.filter((kind) => vocabulary.linkKinds.get(kind)!.isSymmetric));
  const words = new FeedWords(vocabulary.entityKinds.keys(), linkKinds, symmetric);

  async function* scan(): AsyncGenerator<FeedChunk> {
    for (const { agency, audience } of await cypher.read<{ agency: string; audience: string }>(queries.readOrigins))
      words.origin(agency, audience);
    for await (const lists of cypher.stream<EntityLists>(queries.scanEntities)) yield entityChunk(words, lists);
    for (const kind of linkKinds) {
      const parameters = { origins: words.originNumbers, undated };
      for await (const lists of cypher.stream<TypeLists>(queries.scanRows(kind), parameters)) yield typeChunk(words, kind, lists);
    }
    let facts: FactRow[] = [];
    for await (const row of cypher.stream<FactRow>(queries.scanFacts, {}, factsAtOnce / 10)) {
      facts.push(row);
      if (facts.length < factsAtOnce) continue;
      yield factChunk(words, facts);
      facts = [];
    }
    yield factChunk(words, facts);
  }

  return {
    names: words,
    scan,
    lastChange: async () => (await cypher.read<{ seq: number }>(readLastChange))[0]?.seq ?? 0,
    changes: async (after, limit) => nameRefs(cypher, await cypher.read<Change>(readChanges, { after, limit })),
    async entitiesOf(refs) {
      const rows = await cypher.read<{ ref: number; id: string; kind: string }>(queries.readEntitiesOf, { refs });
      const facts = await cypher.read<FactRow>(queries.readFactsOf, { refs });
      const lists = { refs: rows.map(({ ref }) => ref), ids: rows.map(({ id }) => id), kinds: rows.map(({ kind }) => kind) };
      return { entities: entityChunk(words, lists), facts: factChunk(words, facts) };
    },
    rowsOf: async (refs) => rowChunk(words, await cypher.read<RowLists>(queries.readRowsOf(types), { refs, undated })),
    async rowsAmong(groups) {
      const pairs = groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b])));
      const lists: RowLists[] = [];
      for (let at = 0; at < pairs.length; at += pairsAtOnce) {
        const asked = { pairs: pairs.slice(at, at + pairsAtOnce), undated };
        lists.push(...(await cypher.read<RowLists>(queries.readRowsBetween(types), asked)));
      }
      return rowChunk(words, lists);
    },
    close: () => cypher.close(),
  };
}

async function nameRefs(cypher: Cypher, changes: readonly Change[]): Promise<FeedChange[]> {
  if (changes.length === 0) return [];
  const ids = [...new Set(changes.flatMap(({ entityIds }) => entityIds))];
  const found = await cypher.read<{ id: string; ref: number }>(queries.findRefs, { ids });
  const refs = new Map(found.map(({ id, ref }) => [id, ref]));
  return Promise.all(
    changes.map(async ({ seq, kind, entityIds, reportNumber }) => {
      const named = entityIds.flatMap((id) => refs.get(id) ?? []);
      const isUnnamed = entityIds.length === 0;
      return {
        seq,
        refs: isUnnamed ? await findUnnamed(cypher, kind, reportNumber) : named,
        namesBothEnds: kind !== 'RECLUSTERED',
      };
    }),
  );
}

/** Too many to name: those of a new report can still be found by it. */
async function findUnnamed(cypher: Cypher, kind: Change['kind'], number: string | null): Promise<number[] | null> {
  if (kind !== 'ADDED' || number === null) return null;
  const members = await cypher.read<{ ref: number }>(queries.findMembers, { number });
  return members.map(({ ref }) => ref);
}
