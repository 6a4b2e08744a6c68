import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStores } from '@linchpin/api/src/store/embedded/openEmbeddedStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAsked } from './asked.ts';
import { loadWorld } from './loadWorld.ts';
import { questionsAt } from './portQuestions.ts';
import { runBench, type BenchOptions } from './runBench.ts';
import { scopesOf } from './scopes.ts';
import { writeResults } from './writeResults.ts';

const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-test-'));
const size = { entities: 1_000, links: 5_000, seed: 5 };
const options: BenchOptions = {
  ...size,
  folder,
  runs: 10,
  neo4jEntities: 0,
  only: ['load', 'reads', 'http', 'writes'],
  say: () => {},
};
let results: Awaited<ReturnType<typeof runBench>>;

beforeAll(async () => void (results = await runBench(options)), 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every phase answers every question of its own', () => {
  expect(results.phases.map(({ name, figures }) => [name, figures.length])).toEqual([
    ['load', 4],
    ['reads', 18],
    ['http', 7],
    ['writes', 15],
  ]);
});

test('who sees everything is told of each hub all links that were planted, but for the homes of protected people', async () => {
  const { world, data } = await loadWorld(options, () => {});
  const { graph, audit } = await openEmbeddedStores({ folder: data, vocabulary: coreVocabulary });
  const scopes = scopesOf(world);
  const { hubs } = await findAsked(graph, world, scopes);
  for (const [at, id] of hubs.entries()) {
    const { answer, counts } = await questionsAt(graph).expand(scopes.all, id);
    const told = counts.reduce((sum, row) => sum + row.links, 0);
    const { key, kind, links } = world.hubs[at]!;
    // Where protected people live is told to nobody.
    if (kind === 'ADDRESS') expect(told / links, key).toBeGreaterThan(0.8);
    else expect(told, key).toBe(links);
    expect(answer.remaining).toBe(answer.total - answer.entities.length);
  }
  await graph.close();
  await audit.close();
});

test('a kept store is taken as it is, and only the phases asked for run again', async () => {
  const again = await runBench({ ...options, only: ['load'] });
  expect(again.phases.map(({ name }) => name)).toEqual(['load', 'reads', 'http', 'writes']);
  expect(again.phases[1]).toEqual(results.phases[1]);
});

test('the table has a row for each figure, and words of people stay', () => {
  const path = join(folder, 'RESULTS.md');
  writeResults(path, results);
  const table = readFileSync(path, 'utf8');
  expect(table.split('\n').filter((line) => /^\| (load|reads|http|writes) /.test(line))).toHaveLength(44);
  writeFileSync(path, table.replace('None written yet.', 'The disk was slow.'));
  writeResults(path, results);
  expect(readFileSync(path, 'utf8')).toContain('The disk was slow.');
});
