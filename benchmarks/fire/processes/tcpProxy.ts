import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to connections between the service and the database. */
export type Weather =
  | { readonly kind: 'clear' }
  /** Everything takes this many milliseconds longer, each way. */
  | { readonly kind: 'slow'; readonly delay: number }
  /** New connections are hung up on, old ones are cut. */
  | { readonly kind: 'gone' }
  /** Connections are there, but nothing arrives any more: a cable pulled, a firewall that drops. */
  | { readonly kind: 'silent' }
  /** A connection is cut after so many bytes of answers. */
  | { readonly kind: 'cut after'; readonly bytes: number }
  /** A connection is cut when the answer of a COMMIT comes back: done, and nobody told. */
  | { readonly kind: 'cut at commit'; readonly times: number };

export interface TcpProxy {
  readonly port: number;
  /** How many connections were cut so far. */
  readonly cuts: number;
  set(weather: Weather): void;
  /** Where connections lead from now on. */
  lead(port: number): void;
  close(): void;
}

/** Bolt's COMMIT: one chunk of two bytes, a structure without fields, signature 0x12. */
const commit = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Stands between the service and a database on loopback, under one address whatever port the database has. */
export async function startProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const state = { weather: { kind: 'clear' } as Weather, target, cuts: 0, times: 0 };
  const cut = (pair: readonly [Socket, Socket]): void => {
    if (pairs.delete(pair)) state.cuts++;
    for (const socket of pair) socket.destroy();
  };
  const server = createServer((client) => {
    client.on('error', () => {});
    if (state.weather.kind === 'gone') return void client.destroy();
    const database = connect(state.target, '127.0.0.1');
    database.on('error', () => {});
    const pair = [client, database] as const;
    pairs.add(pair);
    for (const socket of pair)
      socket.on('close', () => {
        pairs.delete(pair);
        for (const one of pair) one.destroy();
      });
    let answered = 0;
    let isCommitting = false;
    client.on('data', (bytes) => {
      if (bytes.includes(commit)) isCommitting = true;
      pass(bytes, database);
    });
    database.on('data', (bytes) => {
      const { weather } = state;
      if (weather.kind === 'cut at commit' && isCommitting && state.times-- > 0) return cut(pair);
      isCommitting = false;
      answered += bytes.length;
      if (weather.kind === 'cut after' && answered > weather.bytes) return cut(pair);
      pass(bytes, client);
    });
  });
  function pass(bytes: Buffer, to: Socket): void {
    const { weather } = state;
    if (weather.kind === 'silent') return;
    if (weather.kind !== 'slow') return void to.write(bytes);
    setTimeout(() => to.destroyed || to.write(bytes), weather.delay);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return state.cuts;
    },
    set(weather) {
      state.weather = weather;
      state.times = weather.kind === 'cut at commit' ? weather.times : 0;
      if (weather.kind === 'gone') for (const pair of pairs) cut(pair);
    },
    lead: (port) => void (state.target = port),
    close() {
      server.close();
      for (const pair of pairs) cut(pair);
    },
  };
}
