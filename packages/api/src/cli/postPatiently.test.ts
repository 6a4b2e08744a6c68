import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { postPatiently } from './postPatiently.ts';

const patience = { request: 200, busy: 20_000, unknown: 700, pause: 20 };
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<URL> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
}

const busy = JSON.stringify({ errors: [{ message: 'Busy', extensions: { code: 'UNAVAILABLE' } }] });

test('a server that is busy many times over is asked until it answers', async () => {
  let asked = 0;
  const url = await serve((_, response) => response.end(++asked < 12 ? busy : '{"data":{"is":"in"}}'));
  expect(await postPatiently(url, {}, patience)('{}')).toEqual({ data: { is: 'in' } });
  expect(asked).toBe(12);
});

test('it is left alone for as long as it says', async () => {
  const times: number[] = [];
  const url = await serve((_, response) => {
    times.push(performance.now());
    if (times.length === 1) response.setHeader('Retry-After', '1').writeHead(503);
    response.end(times.length === 1 ? busy : '{"data":1}');
  });
  await postPatiently(url, {}, patience)('{}');
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
});

test('one that stops answering in the middle is asked again', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    if (++asked === 1 || asked > 6) response.end('{"data":1}');
  });
  const post = postPatiently(url, {}, patience);
  await post('{}');
  expect(await post('{}')).toEqual({ data: 1 });
  expect(asked).toBe(7);
});

test('one that was never there is given up soon, with what to do', async () => {
  const url = await serve(() => {});
  await expect(postPatiently(url, {}, patience)('{}')).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('Is the server running there?'),
  });
});

test('what it refuses is not asked again', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked++;
    response.end(JSON.stringify({ errors: [{ message: 'No', extensions: { code: 'INVALID' } }] }));
  });
  expect((await postPatiently(url, {}, patience)('{}')).errors).toHaveLength(1);
  expect(asked).toBe(1);
});
