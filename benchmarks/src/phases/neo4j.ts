import { openNeo4jStores } from '@linchpin/api/src/store/neo4j/openNeo4jStores.ts';
import { planWorld } from '@linchpin/api/src/features/generate/worldPlan.ts';
import { worldReport } from '@linchpin/api/src/features/generate/worldReport.ts';
import { describeWorld, WorldTally } from '@linchpin/api/src/features/generate/describeWorld.ts';
import { prepareReport } from '@linchpin/api/src/features/ingest/prepareReport.ts';
import type { PreparedReport } from '@linchpin/api/src/model/prepared.ts';
import { publicIds } from '@linchpin/api/src/model/publicIds.ts';
import { coreVocabulary } from '@linchpin/schema';
import { startNeo4j } from '../../../tools/neo4j/startNeo4j.ts';
import { findAsked } from '../asked.ts';
import { bareCypher } from '../bareCypher.ts';
import { counted, timed, type Figure } from '../figures.ts';
import { measure, type Timing } from '../measure.ts';
import { questionsAt } from '../portQuestions.ts';
import { scopesOf } from '../scopes.ts';
import type { Phase } from './phase.ts';

const most = 1.3;
const batch = 500;

/** The same reads over Neo4j beside bare Cypher, on a smaller world of its own, in one database. */
export const neo4jPhase: Phase = async ({ neo4jEntities, seed, runs, say }) => {
  if (neo4jEntities === 0) return [];
  const server = await startNeo4j();
  if ('whyNot' in server) {
    say(`Neo4j: not measured (${server.whyNot})`);
    return [];
  }
  const { uri, user, password } = server;
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    figures.push(figure);
    say(`${figure.question}: ${figure.ours}${figure.peer ? `, bare Cypher ${figure.peer}` : ''}`);
  };
  try {
    const secret = Buffer.alloc(32, 1);
    const { graph, work, audit } = await openNeo4jStores({
      uri,
      user,
      password,
      database: 'neo4j',
      vocabulary: coreVocabulary,
      secret,
    });
    const plan = planWorld({ entities: neo4jEntities, links: neo4jEntities * 5, seed });
    const ids = publicIds(secret);
    const tally = new WorldTally();
    let spent = 0;
    for (let from = 0; from < plan.reports; from += batch) {
      const reports: PreparedReport[] = [];
      for (let number = from; number < Math.min(plan.reports, from + batch); number++) {
        const report = worldReport(plan, number);
        tally.add(report, 0);
        const agency = report.input.agency!;
        const drawNumber = (): string => String(number).padStart(9, '0');
        reports.push(
          prepareReport(report.input, {
            vocabulary: coreVocabulary,
            ids,
            now: 0,
            agency,
            groups: plan.groupsOf.get(agency)!,
            drawNumber,
          }),
        );
      }
      const start = performance.now();
      await graph.addReports(reports);
      spent += performance.now() - start;
    }
    const world = describeWorld(plan, tally);
    const size = `${(neo4jEntities / 1_000).toLocaleString('en')} k entities`;
    add(counted(`Neo4j, ${size}: load over Bolt`, { value: spent / 1_000, unit: 's' }, null));
    const scopes = scopesOf(world);
    const asked = await findAsked(graph, world, scopes);
    const peer = await bareCypher(uri, user, password);
    await peer.seeAs(scopes.broad);
    const ask = questionsAt(graph);
    const few = Math.max(5, Math.ceil(runs / 10));
    const at = <T>(list: readonly T[], run: number): T => list[run % list.length]!;
    const compare = async (
      question: string,
      times: number,
      ours: (run: number) => unknown,
      theirs: (run: number) => unknown,
    ): Promise<void> => add(beside(`Neo4j: ${question}`, await measure('', times, ours), await measure('', times, theirs)));
    const among = (run: number): string[] => Array.from({ length: 100 }, (_, nth) => at(asked.some, run * 17 + nth));
    await compare(
      'expand at ~10, page of 50 + counts',
      runs,
      (run) => ask.expand(scopes.broad, at(asked.small, run)),
      (run) => peer.expand(at(asked.small, run), 50),
    );
    await compare(
      'largest hub, newest 50 + counts',
      few,
      () => ask.expand(scopes.broad, asked.hubs[0]!),
      () => peer.expand(asked.hubs[0]!, 50),
    );
    await compare(
      'links among 100',
      few,
      (run) => graph.linksAmong(scopes.broad, among(run)),
      (run) => peer.linksAmong(among(run)),
    );
    await compare(
      'search, two words',
      few,
      (run) => ask.search(scopes.broad, at(asked.names, run)),
      (run) => peer.search(at(asked.names, run)),
    );
    await compare(
      'path, 6 hops',
      few,
      (run) => ask.path(scopes.broad, at(asked.small, run), at(asked.small, run + 7)),
      (run) => peer.path(at(asked.small, run), at(asked.small, run + 7), 6),
    );
    await peer.close();
    await graph.close();
    await work.close();
    await audit.close();
  } finally {
    await server.stop();
  }
  return figures;
};

function beside(question: string, ours: Timing, peer: Timing): Figure {
  const figure = timed(question, null, ours, peer);
  return { ...figure, target: `<= ${most} x bare Cypher`, isMet: figure.ratio !== null && figure.ratio <= most };
}
