import { startServer } from './startServer.ts';
import type { Step } from './step.ts';
import { addTallies, oneFailed, onePassed, type Tally } from './tally.ts';

/** Starts the server on an empty data folder, asks it as investigator1 and as nobody, and ends it. */
export const serverSmokeStep: Step = {
  name: 'server starts, answers and ends',
  async run() {
    const server = await startServer().catch((error: unknown) => console.log(String(error)));
    if (!server) return oneFailed;
    try {
      return addTallies([
        await check('answers investigator1 with the demo case', () => findsPhone(server.address)),
        await check('answers nobody without a viewer', () => refusesNobody(server.address)),
        await check('ends when told', async () => (await server.end()) === 0),
      ]);
    } finally {
      server.drop();
    }
  },
};

async function check(what: string, holds: () => Promise<boolean>): Promise<Tally> {
  const isWell = await holds().catch((error: unknown) => {
    console.log(String(error));
    return false;
  });
  console.log(`${isWell ? 'ok' : 'FAILED'} ${what}`);
  return isWell ? onePassed : oneFailed;
}

async function findsPhone(address: string): Promise<boolean> {
  const answer = await ask(
    address,
    '{ lookup(kind: PHONE, value: "(504) 555-0142") { entities { id caption } } }',
    'investigator1',
  );
  console.log(answer.trim());
  return /"caption":"[^"]+"/.test(answer);
}

async function refusesNobody(address: string): Promise<boolean> {
  return (await ask(address, '{ viewer { id } }', null)).includes('NOT_SIGNED_IN');
}

async function ask(address: string, query: string, viewer: string | null): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(viewer === null ? {} : { 'linchpin-demo-viewer': viewer }) };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}
