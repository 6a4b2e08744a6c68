import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openTestService } from './testing/openTestService.ts';

test('when the service closes, what it is answering is finished and nothing new is taken', async () => {
  let begin: (() => void) | null = null;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const service = await openTestService({
    replace: ({ audit }) => ({
      audit: {
        ...audit,
        append: async (entry) => {
          begin?.();
          await new Promise((resolve) => setTimeout(resolve, 300));
          await audit.append(entry);
        },
      },
    }),
  });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}/graphql`;
  const headers = { 'content-type': 'application/json', 'linchpin-demo-viewer': 'investigator1' };
  const ask = () => fetch(url, { method: 'POST', headers, body: '{"query":"{ viewer { id } }"}' });
  const asked = ask();
  await begun;
  const closed = service.close();
  await expect(ask()).rejects.toThrow();
  expect(await (await asked).json()).toEqual({ data: { viewer: { id: 'investigator1' } } });
  await closed;
});
