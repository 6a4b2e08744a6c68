import { createServer, type AddressInfo } from 'node:net';
import { coreVocabulary } from '@linchpin/schema';
import { expect, test } from 'vitest';
import { openNeo4jStores } from './openNeo4jStores.ts';

async function refusal(port: number): Promise<{ readonly seconds: number; readonly error: unknown }> {
  const begun = performance.now();
  const settings = { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'secret word', database: null };
  const error: unknown = await openNeo4jStores({ ...settings, vocabulary: coreVocabulary }).catch((reason: unknown) => reason);
  return { seconds: (performance.now() - begun) / 1_000, error };
}

async function withListener<T>(onConnect: 'close' | 'stay silent', work: (port: number) => Promise<T>): Promise<T> {
  const listener = createServer((socket) => (onConnect === 'close' ? socket.destroy() : socket.on('error', () => {})));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  try {
    return await work((listener.address() as AddressInfo).port);
  } finally {
    listener.close();
  }
}

const unavailable = { code: 'UNAVAILABLE', message: expect.stringMatching(/^Neo4j does not answer\..*NEO4J_URI/) };

test('a server that is not there is told of within five seconds', async () => {
  const port = await withListener('close', (free) => Promise.resolve(free));
  const { seconds, error } = await refusal(port);
  expect(error).toMatchObject(unavailable);
  expect(seconds).toBeLessThan(5);
});

test('a server that hangs up is told of within five seconds', async () => {
  const { seconds, error } = await withListener('close', refusal);
  expect(error).toMatchObject(unavailable);
  expect(seconds).toBeLessThan(5);
});

test('a server that accepts and stays silent is told of within five seconds', async () => {
  const { seconds, error } = await withListener('stay silent', refusal);
  expect(error).toMatchObject(unavailable);
  expect(seconds).toBeLessThan(5);
});
