import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServerBounds } from './serverBounds.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await service.close();
});

/** A report whose narrative has as many megabytes as no socket keeps. */
const longReport = {
  id: 'r',
  number: 'BAYOU-SO-2026-000001',
  kind: 'TIP',
  agency: 'BAYOU-SO',
  narrative: 'x'.repeat(24 * 1_048_576),
};

async function listen(bounds: Partial<ServerBounds> = {}, beforeAnswer: () => Promise<void> = async () => {}): Promise<number> {
  service = await openTestService({
    bounds,
    replace: ({ graph }) => ({
      graph: Object.assign(Object.create(graph) as typeof graph, {
        reportsByNumber: async (_: unknown, numbers: readonly string[]) => {
          await beforeAnswer();
          return numbers.map(() => longReport);
        },
      }),
    }),
  });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  return (service.app.server.address() as AddressInfo).port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const ask = (port: number, query: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'linchpin-demo-viewer': 'investigator1' },
    body: JSON.stringify({ query }),
  });

const long = '{ report(number: "x") { narrative } }';

/** Asks for a long answer and reads none of it. */
async function askWithoutReading(port: number): Promise<Socket> {
  const socket = await open(port);
  socket.pause();
  const body = JSON.stringify({ query: long });
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nLinchpin-Demo-Viewer: investigator1\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  return socket;
}

describe('a reader that never reads its answer', () => {
  test('is cut after a while, and others are answered meanwhile', async () => {
    const port = await listen({ longestReading: 500 });
    const connections = (): Promise<number> =>
      new Promise((resolve) => service.app.server.getConnections((_, count) => resolve(count)));
    await askWithoutReading(port);
    await expect.poll(connections).toBe(1);
    expect(await (await ask(port, '{ viewer { id } }')).json()).toEqual({ data: { viewer: { id: 'investigator1' } } });
    // The one that asked with fetch keeps its own.
    await expect.poll(connections, { timeout: 10_000 }).toBeLessThanOrEqual(1);
  });

  test('is answered no more when it leaves too much lying about, and others are', async () => {
    const port = await listen({ unreadPerViewer: 30 * 1_048_576 });
    await Promise.all([askWithoutReading(port), askWithoutReading(port)]);
    await expect.poll(async () => (await ask(port, '{ viewer { id } }')).status, { timeout: 20_000 }).toBe(503);
    const refused = await ask(port, '{ viewer { id } }');
    expect([refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
      '5',
      { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
    ]);
  });
});

test('one who left before the answer was there leaves nothing lying about', async () => {
  let asked = 0;
  let letGo = (): void => {};
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  const port = await listen({ unreadPerViewer: 30 * 1_048_576 }, () => (asked++, isFree));
  const gone = await Promise.all([askWithoutReading(port), askWithoutReading(port)]);
  await expect.poll(() => asked).toBe(2);
  const connections = (): Promise<number> =>
    new Promise((resolve) => service.app.server.getConnections((_, count) => resolve(count)));
  for (const socket of gone) socket.destroy();
  await expect.poll(connections).toBe(0);
  letGo();
  const answered = async (): Promise<string> => (await service.app.inject('/metrics')).body;
  await expect.poll(answered, { timeout: 10_000 }).toContain('linchpin_operations_in_flight{lane="questions"} 0');
  await expect.poll(answered).toMatch(/linchpin_use_cases_total\{use_case="readReport[^}]*\} 2/);
  expect((await ask(port, '{ viewer { id } }')).status).toBe(200);
});

describe('connections', () => {
  test('a thousand idle ones hurt nobody', async () => {
    const port = await listen();
    await Promise.all(Array.from({ length: 1_000 }, () => open(port)));
    expect((await ask(port, '{ viewer { id } }')).status).toBe(200);
  });

  test('beyond the bound are closed as they come', async () => {
    const port = await listen({ connections: 5 });
    const opened = await Promise.all(Array.from({ length: 8 }, () => open(port)));
    const closed = opened.map((socket) => new Promise((resolve) => socket.resume().once('close', () => resolve(true))));
    expect(await Promise.race(closed)).toBe(true);
  });
});

test('an answer that is too large to send is refused, saying what would be right', async () => {
  const port = await listen();
  const refused = await ask(port, '{ a: report(number: "x") { narrative } b: report(number: "y") { narrative } }');
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'TOO_LARGE', fields: [{ expected: 'shorter pages, or fewer nested lists' }] } }] },
  ]);
});

test('large requests beyond what is taken in at once are told to come later', async () => {
  const port = await listen();
  const slow = await Promise.all(Array.from({ length: 8 }, () => open(port)));
  for (const socket of slow)
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 16777216\r\n\r\n{',
    );
  const body = JSON.stringify({ query: '{ viewer { id } }', extensions: { padding: 'x'.repeat(100_000) } });
  const send = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await expect.poll(async () => (await send()).status).toBe(503);
  expect((await ask(port, '{ viewer { id } }')).status).toBe(200);
});
