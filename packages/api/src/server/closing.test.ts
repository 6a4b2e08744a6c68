import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openTestService } from './testing/openTestService.ts';

test('when the service closes, what it is answering is finished and nothing new is taken', async () => {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let letGo = (): void => {};
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  const service = await openTestService({
    replace: ({ audit }) => ({
      audit: {
        ...audit,
        append: async (entry) => {
          begin();
          await isFree;
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
  letGo();
  expect(await (await asked).json()).toEqual({ data: { viewer: { id: 'investigator1' } } });
  await closed;
});
