import { afterEach, expect, test, vi } from 'vitest';
import { startNeo4j } from './startNeo4j.ts';

afterEach(() => vi.unstubAllEnvs());

test('a server named by the environment is used as it is', async () => {
  vi.stubEnv('LINCHPIN_TEST_NEO4J_URI', 'neo4j://example.test:7687');
  vi.stubEnv('LINCHPIN_TEST_NEO4J_USER', 'tester');
  vi.stubEnv('LINCHPIN_TEST_NEO4J_PASSWORD', 'secret');
  expect(await startNeo4j()).toMatchObject({ uri: 'neo4j://example.test:7687', user: 'tester', password: 'secret' });
});

test('where Java or Maven are missing the answer says which', async () => {
  vi.stubEnv('LINCHPIN_TEST_NEO4J_URI', '');
  vi.stubEnv('PATH', '');
  const answer = await startNeo4j();
  expect(answer).toHaveProperty('whyNot');
  expect('whyNot' in answer && answer.whyNot).toMatch(/^(java|mvn) is not installed$/);
});
