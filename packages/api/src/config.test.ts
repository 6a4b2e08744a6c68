import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without settings it is a service on loopback with an embedded store in ./data', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    publicHosts: [],
    store: { kind: 'embedded' },
    data: expect.stringMatching(/\/data$/) as string,
    demo: null,
    logLevel: null,
  });
});

test('blank settings are none', () => {
  expect(readConfig({ LINCHPIN_PORT: ' ', LINCHPIN_DEMO: '' })).toEqual(readConfig({}));
});

test('a Neo4j store needs only its password', () => {
  const store = { kind: 'neo4j', uri: 'neo4j://127.0.0.1:7687', user: 'neo4j', password: 'p', database: 'neo4j' };
  expect(readConfig({ LINCHPIN_STORE: 'neo4j', NEO4J_PASSWORD: 'p' }).store).toEqual(store);
});

test('names under which it is reached are a list, in any case', () => {
  expect(readConfig({ LINCHPIN_PUBLIC_HOSTS: 'Linchpin.example, graph.example,' }).publicHosts).toEqual([
    'linchpin.example',
    'graph.example',
  ]);
});

test.each([
  ['LINCHPIN_PORT', '70000', /from 0 to 65535/],
  ['LINCHPIN_PORT', '-1', /from 0 to 65535/],
  ['LINCHPIN_DEMO', 'yes', /one of true, false, published/],
  ['LINCHPIN_STORE', 'sqlite', /one of embedded, neo4j/],
  ['LINCHPIN_LOG', 'loud', /one of debug/],
])('%s=%s is refused, naming what would be right', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(message);
});
