import { Agent, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks over kept connections, as browsers do. */
export function asking(
  url: string,
  { connections, headers }: { connections: number; headers: Readonly<Record<string, string>> },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL('/graphql', url);
  return {
    ask: (body: string): Promise<Reply> =>
      new Promise((resolve, reject) => {
        const sent = request(target, {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        });
        sent.on('error', reject).on('response', (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
          );
        });
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
