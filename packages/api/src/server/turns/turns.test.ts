import { describe, expect, test, vi } from 'vitest';
import type { Lane, TurnBounds } from './turnBounds.ts';
import { Turns } from './turns.ts';

const bounds: TurnBounds = {
  inFlight: 4,
  submissionsInFlight: 2,
  inFlightPerViewer: 2,
  waiting: 20,
  waitingPerViewer: 10,
  longestWait: 10_000,
};

/** Asks for turns and notes, in order, whose begin; each ends when told. */
function open(changed: Partial<TurnBounds> = {}) {
  const turns = new Turns({ ...bounds, ...changed });
  const begun: string[] = [];
  const running: { readonly viewer: string; readonly end: () => void }[] = [];
  const ask = (viewer: string, lane: Lane = 'questions'): Promise<void> =>
    turns.take({ viewer, lane }).then((end) => {
      begun.push(viewer);
      running.push({ viewer, end });
    });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const endOne = async (): Promise<void> => {
    running.shift()?.end();
    await settle();
  };
  return {
    turns,
    begun,
    ask,
    settle,
    endOne,
    async endAll() {
      for (let left = 0; left < 1_000 && running.length > 0; left++) await endOne();
    },
  };
}

const times = (count: number, what: (nth: number) => Promise<unknown>): Promise<unknown>[] =>
  Array.from({ length: count }, (_, nth) => what(nth));

describe('turns', () => {
  test('are given at once while there is room, and one viewer does not take it all', async () => {
    const { turns, begun, ask, settle } = open();
    void times(5, () => ask('script'));
    await settle();
    expect(begun).toEqual(['script', 'script']);
    await Promise.all([ask('ana'), ask('ben')]);
    expect(turns.count()).toEqual({ inFlight: 4, waiting: 3 });
  });

  test('go round between viewers, however many each one waits with', async () => {
    const { begun, ask, settle, endAll } = open({ inFlight: 1, inFlightPerViewer: 1 });
    void times(8, () => ask('script'));
    await settle();
    void times(2, () => ask('ana'));
    void ask('ben');
    await settle();
    await endAll();
    expect(begun.slice(0, 7)).toEqual(['script', 'script', 'ana', 'ben', 'script', 'ana', 'script']);
    expect(begun).toHaveLength(11);
  });

  test('an investigator who asks one by one waits for one turn of a script, not for all of them', async () => {
    const { begun, ask, settle, endOne } = open({ inFlight: 2, inFlightPerViewer: 2, waiting: 100, waitingPerViewer: 100 });
    void times(64, () => ask('script'));
    await settle();
    const waited: number[] = [];
    for (let nth = 0; nth < 10; nth++) {
      const before = begun.length;
      const asked = ask('ana');
      while (!begun.slice(before).includes('ana')) await endOne();
      await asked;
      waited.push(begun.slice(before).indexOf('ana'));
    }
    expect(Math.max(...waited)).toBeLessThanOrEqual(1);
  });

  test('of five that are given while both lanes wait, four are for questions', async () => {
    const { begun, ask, settle, endAll } = open({ inFlight: 1, inFlightPerViewer: 1 });
    void ask('first');
    await settle();
    void times(10, () => ask('import', 'submissions'));
    void times(8, () => ask('ana'));
    await settle();
    await endAll();
    expect(begun.slice(1, 11).filter((viewer) => viewer === 'import')).toHaveLength(2);
    expect(begun).toHaveLength(19);
  });

  test('submissions have a bound of their own, so that questions always find room', async () => {
    const { begun, ask, settle } = open({ inFlightPerViewer: 4 });
    void times(6, () => ask('import', 'submissions'));
    await settle();
    await Promise.all([ask('ana'), ask('ana')]);
    expect(begun).toEqual(['import', 'import', 'ana', 'ana']);
  });
});

describe('beyond the bounds', () => {
  test('a viewer whose line is full is refused at once, others are not', async () => {
    const { ask, settle } = open({ inFlight: 1, waitingPerViewer: 3 });
    void times(4, () => ask('script').catch(() => undefined));
    await settle();
    await expect(ask('script')).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 1 });
    void ask('ana').catch(() => undefined);
  });

  test('everybody is refused at once when as many wait as may, so that the line never grows', async () => {
    const { turns, ask, settle } = open({ inFlight: 1, waiting: 5, waitingPerViewer: 2 });
    void ask('first');
    await settle();
    const refused = await Promise.allSettled(times(1_000, (nth) => Promise.race([ask(`viewer${nth}`), settle().then(settle)])));
    expect(refused.filter(({ status }) => status === 'rejected')).toHaveLength(995);
    expect(turns.count().waiting).toBe(5);
  });

  test('one that waited too long is refused', async () => {
    vi.useFakeTimers();
    const { turns, ask } = open({ inFlight: 1, longestWait: 5_000 });
    await ask('ana');
    const late = ask('ben').catch((error: unknown) => error);
    vi.advanceTimersByTime(5_001);
    expect(await late).toMatchObject({ code: 'UNAVAILABLE' });
    expect(turns.count().waiting).toBe(0);
    vi.useRealTimers();
  });

  test('one whose caller is gone leaves the line', async () => {
    const { turns, ask } = open({ inFlight: 1 });
    await ask('ana');
    let leave: (() => void) | null = null;
    const gone = turns.take({ viewer: 'ben', lane: 'questions', onGone: (left) => (leave = left) });
    leave!();
    await expect(gone).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(turns.count().waiting).toBe(0);
  });
});

describe('when the service ends', () => {
  test('nothing new is taken, what waits gets its turn, and at last what still waits is refused', async () => {
    const { turns, begun, ask, settle, endOne } = open({ inFlight: 1 });
    await ask('ana');
    void ask('ben');
    const last = ask('cy').catch((error: unknown) => error);
    turns.close();
    await expect(ask('dee')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await endOne();
    expect(begun).toEqual(['ana', 'ben']);
    turns.refuseWaiting();
    expect(await last).toMatchObject({ code: 'UNAVAILABLE' });
    await settle();
    expect(turns.count()).toEqual({ inFlight: 1, waiting: 0 });
  });
});

test('a turn that is ended twice is ended once', async () => {
  const turns = new Turns(bounds);
  const end = await turns.take({ viewer: 'ana', lane: 'questions' });
  end();
  end();
  expect(turns.count()).toEqual({ inFlight: 0, waiting: 0 });
});
