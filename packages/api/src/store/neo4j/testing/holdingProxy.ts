import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface HoldingProxy {
  readonly uri: string;
  /** From now on nothing passes, as of a server that was stopped in its tracks; it is kept, and passes later. */
  hold(): void;
  /** Holds once a commit was passed on: it is done, and nobody is told. */
  holdAfterCommit(): void;
  letGo(): void;
  close(): void;
}

/** Bolt's COMMIT: one chunk of two bytes, a structure without fields, signature 0x12. */
const commit = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Stands between the adapter and a server on loopback. */
export async function startHoldingProxy(uri: string): Promise<HoldingProxy> {
  const sockets = new Set<Socket>();
  const kept: (() => void)[] = [];
  let isHeld = false;
  let isWaiting = false;
  const pass = (bytes: Buffer, to: Socket): void => {
    const send = (): void => void (to.destroyed || to.write(bytes));
    if (isHeld) kept.push(send);
    else send();
  };
  const listener = createServer((client) => {
    const server = connect(Number(new URL(uri).port), new URL(uri).hostname);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => sockets.delete(one) && other.destroy());
      one.on('data', (bytes: Buffer) => {
        pass(bytes, other);
        if (one === client && isWaiting && bytes.includes(commit)) isHeld = true;
      });
    }
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    uri: `bolt://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    hold: () => void (isHeld = true),
    holdAfterCommit: () => void (isWaiting = true),
    letGo() {
      isHeld = isWaiting = false;
      for (const send of kept.splice(0)) send();
    },
    close() {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
