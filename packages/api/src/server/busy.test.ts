import { afterEach, describe, expect, test } from 'vitest';
import type { ServerBounds } from './serverBounds.ts';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
afterEach(() => service.close());

/** Operations that are being answered, and those whose answers were given, in order. */
let order: string[];
let peak: number;

/** A service whose store takes its time, and notes who is answered. */
async function openSlow(bounds: Partial<ServerBounds> = {}): Promise<void> {
  order = [];
  peak = 0;
  let running = 0;
  service = await openTestService({
    bounds,
    replace: ({ graph }) => ({
      graph: Object.assign(Object.create(graph) as typeof graph, {
        expand: async () => {
          peak = Math.max(peak, ++running);
          await new Promise((resolve) => setTimeout(resolve, 5));
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

const times = <T>(count: number, what: () => Promise<T>): Promise<T>[] => Array.from({ length: count }, what);

describe('a script with 64 expands at a time', () => {
  test('does not stand before an investigator, who gets an answer after a few of its own', async () => {
    await openSlow({ inFlight: 8, inFlightPerViewer: 4 });
    const script = times(64, () => ask('investigator2'));
    const waited: number[] = [];
    for (let nth = 0; nth < 5; nth++) {
      const before = order.length;
      expect((await ask('investigator1')).statusCode).toBe(200);
      waited.push(order.length - 1 - before);
    }
    // At most the four in flight, and those that began while this one was answered.
    expect(Math.max(...waited)).toBeLessThanOrEqual(12);
    expect(order.filter((viewer) => viewer === 'investigator2').length).toBeLessThan(64);
    expect((await Promise.all(script)).every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(peak).toBeLessThanOrEqual(8);
  });

  test('sent as batches takes no more turns at a time either', async () => {
    await openSlow({ inFlight: 8, inFlightPerViewer: 2 });
    const payload = Array(8).fill({ query: '{ expand(ids: ["x"]) { total } }' });
    const headers = { 'linchpin-demo-viewer': 'investigator2' };
    const batches = await Promise.all(
      times(8, async () => service.app.inject({ method: 'POST', url: '/graphql', headers, payload })),
    );
    expect(batches.map(({ statusCode, payload: text }) => [statusCode, (JSON.parse(text) as unknown[]).length])).toEqual(
      Array(8).fill([200, 8]),
    );
    expect(peak).toBeLessThanOrEqual(2);
  });
});

describe('more than may wait', () => {
  test('is refused at once with UNAVAILABLE, 503 and Retry-After, and counted', async () => {
    await openSlow({ inFlight: 2, inFlightPerViewer: 2, waiting: 10, waitingPerViewer: 6 });
    const answers = await Promise.all(times(40, () => ask('investigator2')));
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(refused).toHaveLength(32);
    for (const { headers, payload } of refused) {
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(JSON.parse(payload)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    }
    // Those refused were answered before the first that had a turn.
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
