import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ServerBounds } from './serverBounds.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
afterEach(() => service.close());

/** Operations that are being answered, and those whose answers were given, in order. */
let order: string[];
let peak: number;
/** One for each that is being answered, oldest first: answers it. */
let held: (() => void)[];
let isHolding: boolean;

/** A service whose store answers when it is let go, and notes how many it is asked at a time. */
async function openSlow(bounds: Partial<ServerBounds> = {}): Promise<void> {
  order = [];
  peak = 0;
  held = [];
  isHolding = true;
  let running = 0;
  service = await openTestService({
    bounds,
    replace: ({ graph }) => ({
      graph: Object.assign(Object.create(graph) as typeof graph, {
        expand: async () => {
          peak = Math.max(peak, ++running);
          if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
          running--;
          return { entities: [], bundles: [], total: 0, isTotalExact: true, remaining: 0, undated: 0 };
        },
      }),
    }),
  });
}

async function ask(viewer: string, query = '{ expand(ids: ["x"]) { total } }') {
  const headers = { 'linchpin-demo-viewer': viewer };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
  order.push(viewer);
  return response;
}

/** Lets those go that are being answered, once there are so many. */
async function letGo(count: number): Promise<void> {
  await vi.waitUntil(() => held.length === count, { timeout: 10_000, interval: 2 });
  for (const answer of held.splice(0)) answer();
}

/** Whatever comes is answered at once. */
function letAllGo(): void {
  isHolding = false;
  for (const answer of held.splice(0)) answer();
}

const times = <T>(count: number, what: () => Promise<T>): Promise<T>[] => Array.from({ length: count }, what);

describe('a script with 64 expands at a time', () => {
  test('does not stand before an investigator, who gets an answer after a few of its own', async () => {
    await openSlow({ inFlight: 8, inFlightPerViewer: 4 });
    const script = times(64, () => ask('investigator2'));
    const waited: number[] = [];
    for (let nth = 0; nth < 5; nth++) {
      const before = order.length;
      const asked = ask('investigator1');
      // The four of the script, and this one beside them.
      await letGo(5);
      expect((await asked).statusCode).toBe(200);
      waited.push(order.length - 1 - before);
    }
    // At most the four in flight, and those that began while this one was answered.
    expect(Math.max(...waited)).toBeLessThanOrEqual(12);
    expect(order.filter((viewer) => viewer === 'investigator2').length).toBeLessThan(64);
    letAllGo();
    expect((await Promise.all(script)).every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(peak).toBeLessThanOrEqual(8);
  });

  test('sent as batches takes no more turns at a time either', async () => {
    await openSlow({ inFlight: 8, inFlightPerViewer: 2 });
    const payload = Array(8).fill({ query: '{ expand(ids: ["x"]) { total } }' });
    const headers = { 'linchpin-demo-viewer': 'investigator2' };
    const batches = times(8, async () => service.app.inject({ method: 'POST', url: '/graphql', headers, payload }));
    for (let answered = 0; answered < 8 * 8; answered += 2) await letGo(2);
    expect(
      (await Promise.all(batches)).map(({ statusCode, payload: text }) => [statusCode, (JSON.parse(text) as unknown[]).length]),
    ).toEqual(Array(8).fill([200, 8]));
    expect(peak).toBeLessThanOrEqual(2);
  });
});

describe('more than may wait', () => {
  test('is refused at once with UNAVAILABLE, 503 and Retry-After, and counted', async () => {
    await openSlow({ inFlight: 2, inFlightPerViewer: 2, waiting: 10, waitingPerViewer: 6 });
    const asked = times(40, () => ask('investigator2'));
    // Before the first that had a turn is answered.
    await vi.waitUntil(() => order.length === 32, { timeout: 10_000 });
    letAllGo();
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(refused).toHaveLength(32);
    for (const { headers, payload } of refused) {
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(JSON.parse(payload)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    }
    expect(order).toHaveLength(40);
    const { body } = await service.app.inject('/metrics');
    expect(body).toContain('linchpin_operations_refused_total{lane="questions",reason="viewer"} 32');
    expect(body).toContain('linchpin_operations_in_flight{lane="questions"} 0');
    expect(body).toContain('linchpin_operations_waiting{lane="submissions"} 0');
    expect(body).toContain('linchpin_use_cases_total{use_case="expandEntities",outcome="ANSWERED"} 8');
    expect(body).not.toMatch(/investigator/);
  });
});

describe('metrics', () => {
  test('are for this machine alone unless they are published', async () => {
    await openSlow();
    const remote = () => service.app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' });
    expect((await remote()).statusCode).toBe(403);
    expect((await service.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.7' } })).statusCode).toBe(403);
    await service.close();
    await openSlow({ metrics: 'published' });
    expect((await remote()).statusCode).toBe(200);
  });
});
