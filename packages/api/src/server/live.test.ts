import { connect, type AddressInfo, type Socket } from 'node:net';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
let host: string;
beforeAll(async () => {
  service = await openTestService();
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  host = `127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
});
afterAll(() => service.close());

const refused = { errors: [{ extensions: { code: 'INVALID' }, message: expect.stringContaining('No subscription') as string }] };

/** First thing that a client hears. */
function hear(client: Pick<Client, 'subscribe'>, query: string): Promise<unknown> {
  return new Promise((resolve) => {
    client.subscribe({ query }, { next: resolve, error: (errors) => resolve({ errors }), complete: () => resolve('complete') });
  });
}

describe.each([
  'subscription { alerts { id } }',
  '{ viewer { id } }',
  'mutation { retractReport(input: { number: "x", reason: "y" }) { report { id } } }',
])('over a live connection, %s', (query) => {
  test('is refused by the stream', async () => {
    const client = createSseClient({ url: `http://${host}/graphql/stream`, retryAttempts: 0 });
    expect(await hear(client as Pick<Client, 'subscribe'>, query)).toMatchObject(refused);
    client.dispose();
  });

  test('is refused by the socket', async () => {
    const client = createSocketClient({ url: `ws://${host}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    expect(await hear(client, query)).toMatchObject(refused);
    await client.dispose();
  });
});

test.each([{ origin: 'https://evil.example' }, { host: 'evil.example' }])(
  'a foreign page cannot open a socket: %j',
  async (headers) => {
    const socket = new WebSocket(`ws://${host}/graphql`, 'graphql-transport-ws', { headers });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
    expect(status).toBe(403);
  },
);

describe('a caller that asks for a socket elsewhere', () => {
  const call = (then: (caller: Socket) => void): Promise<unknown> => {
    const upgrade = `GET /elsewhere HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    const { port } = service.app.server.address() as AddressInfo;
    const caller = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      caller.write(upgrade);
      then(caller);
    });
    return new Promise((resolve) => caller.on('error', resolve).on('close', resolve).resume());
  };

  test('and breaks off takes nobody down', async () => {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on('uncaughtException', note);
    await Promise.all(Array.from({ length: 50 }, () => call((caller) => caller.resetAndDestroy())));
    expect((await fetch(`http://${host}/healthz`)).status).toBe(200);
    process.off('uncaughtException', note);
    expect(uncaught).toEqual([]);
  });

  test('and never hangs up is hung up on', async () => {
    const count = () => new Promise<number>((resolve) => service.app.server.getConnections((_, open) => resolve(open)));
    let stubborn: Socket | null = null;
    const before = await count();
    await new Promise((resolve) => void call((caller) => (stubborn = caller.once('end', resolve))));
    await expect.poll(count).toBeLessThanOrEqual(before);
    (stubborn as Socket | null)?.destroy();
  });
});
