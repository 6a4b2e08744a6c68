import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { usualServerBounds } from './server/serverBounds.ts';

test('without settings it is a service on loopback with an embedded store in ./data', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    publicHosts: [],
    store: { kind: 'embedded' },
    analysis: { isOn: true, mostBytes: expect.any(Number) as number },
    data: expect.stringMatching(/\/data$/) as string,
    demo: null,
    logLevel: null,
    bounds: usualServerBounds,
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
  ['LINCHPIN_READERS', '0', /from 1 to 16/],
  ['LINCHPIN_IN_FLIGHT', '0', /from 1 to 1000/],
  ['LINCHPIN_IN_FLIGHT_PER_VIEWER', '33', /from 1 to 32/],
  ['LINCHPIN_WAITING', 'many', /from 0 to/],
  ['LINCHPIN_DOCUMENTS', 'some', /one of any, persisted/],
  ['LINCHPIN_METRICS', 'yes', /one of local, published/],
])('%s=%s is refused, naming what would be right', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(message);
});

test('with fewer operations at once, no share of them is greater than all of them', () => {
  const { inFlight, submissionsInFlight, inFlightPerViewer } = readConfig({ LINCHPIN_IN_FLIGHT: '4' }).bounds;
  expect([inFlight, submissionsInFlight, inFlightPerViewer]).toEqual([4, 4, 4]);
});

test('the analysis may be switched off, or given so much memory', () => {
  const analysis = (text: string) => readConfig({ LINCHPIN_ANALYSIS: text }).analysis;
  expect(analysis('off').isOn).toBe(false);
  expect(analysis('512')).toEqual({ isOn: true, mostBytes: 512 * 1_048_576 });
  for (const text of ['0', '-1', 'much', '1.5'])
    expect(() => analysis(text)).toThrow(/LINCHPIN_ANALYSIS is .*; expected on, off/);
});
