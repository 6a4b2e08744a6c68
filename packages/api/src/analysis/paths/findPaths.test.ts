import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPaths, type PathQuestion, type Step } from './findPaths.ts';

type Line = readonly [from: string, to: string, lastSeen: number | null];

/** A graph in memory; lines have no direction. */
function stepsOf(lines: readonly Line[], generic: readonly string[] = []): PathQuestion<Step>['steps'] {
  return async (ids) =>
    ids.flatMap((id) =>
      lines.flatMap(([a, b, lastSeen]) => {
        const to = a === id ? b : b === id ? a : null;
        return to === null ? [] : [{ from: id, to, lastSeen, toIsGeneric: generic.includes(to) }];
      }),
    );
}

const question = { from: 'a', to: 'd', maxHops: 6, count: 5, throughGeneric: false };

async function pathsOf(lines: readonly Line[], asked: Partial<PathQuestion<Step>> = {}, generic: readonly string[] = []) {
  const answer = await findPaths({ ...question, steps: stepsOf(lines, generic), ...asked });
  return { ...answer, paths: answer.paths.map(({ ids }) => ids.join('')) };
}

describe('paths', () => {
  test('come shortest first', async () => {
    const { paths } = await pathsOf([
      ['a', 'b', 1],
      ['b', 'd', 1],
      ['a', 'd', 0],
      ['b', 'c', 1],
      ['c', 'd', 1],
    ]);
    expect(paths).toEqual(['ad', 'abd', 'abcd']);
  });

  test('of the same length come with the newest weakest step first, undated last, then by ids', async () => {
    const lines: Line[] = [
      ['a', 'e', 9],
      ['e', 'd', 2],
      ['a', 'b', 5],
      ['b', 'd', 3],
      ['a', 'c', null],
      ['c', 'd', 9],
      ['a', 'f', 3],
      ['f', 'd', 7],
    ];
    expect((await pathsOf(lines)).paths).toEqual(['abd', 'afd', 'aed', 'acd']);
  });

  test('do not lead through generic entities, and say which were met, nearest first', async () => {
    const lines: Line[] = [
      ['a', 'x', 1],
      ['x', 'd', 1],
      ['a', 'b', 1],
      ['b', 'y', 1],
      ['y', 'c', 1],
      ['b', 'c', 1],
      ['c', 'd', 1],
    ];
    const answer = await pathsOf(lines, {}, ['x', 'y']);
    expect(answer).toEqual({ paths: ['abcd'], skippedGeneric: ['x', 'y'], isLimitReached: false });
    expect((await pathsOf(lines, { throughGeneric: true }, ['x', 'y'])).paths).toEqual(['axd', 'abcd', 'abycd']);
  });

  test('may begin and end at a generic entity', async () => {
    expect(
      (
        await pathsOf(
          [
            ['a', 'b', 1],
            ['b', 'd', 1],
          ],
          {},
          ['a', 'd'],
        )
      ).paths,
    ).toEqual(['abd']);
  });

  test('never lead from an entity to itself', async () => {
    expect((await pathsOf([['a', 'b', 1]], { to: 'a' })).paths).toEqual([]);
  });

  test('stop at a bound and say so', async () => {
    const lines: Line[] = [
      ['a', 'b', 1],
      ['b', 'c', 1],
      ['c', 'd', 1],
    ];
    expect(await pathsOf(lines, { mostSteps: 1 })).toMatchObject({ paths: [], isLimitReached: true });
    expect(await pathsOf(lines, { mostPartial: 1 })).toMatchObject({ paths: [], isLimitReached: true });
  });

  test('give others their turn while they are searched, however large an entity is', async () => {
    const ids = Array.from({ length: 60_000 }, (_, n) => `n${n}`);
    const steps: PathQuestion<Step>['steps'] = async (from) =>
      from.flatMap((id) =>
        (id === 'n0' || id === 'n1' ? ids : [`n${(Number(id.slice(1)) * 7) % 60_000}`])
          .filter((to) => to !== id)
          .map((to) => ({ from: id, to, lastSeen: 1, toIsGeneric: false })),
      );
    const turns: number[] = [];
    const watch = setInterval(() => turns.push(performance.now()), 1);
    const begun = performance.now();
    await findPaths({ from: 'n0', to: 'n1', maxHops: 4, count: 3, throughGeneric: false, steps });
    clearInterval(watch);
    // Making up the steps takes a while of its own, twice.
    expect(turns.length).toBeGreaterThan((performance.now() - begun) / 100);
  });

  test('stop at their time and say so', async () => {
    const steps: PathQuestion<Step>['steps'] = async (from) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return from.map((id) => ({ from: id, to: `${id}x`, lastSeen: 1, toIsGeneric: false }));
    };
    const answer = await findPaths({ from: 'a', to: 'b', maxHops: 8, count: 1, throughGeneric: false, steps, mostTime: 20 });
    expect(answer).toMatchObject({ paths: [], isLimitReached: true });
  });

  test('stay within the bound where everybody knows everybody', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `n${n}`);
    const steps: PathQuestion<Step>['steps'] = async (from) =>
      from.flatMap((id) => ids.filter((to) => to !== id).map((to) => ({ from: id, to, lastSeen: 1, toIsGeneric: false })));
    const asked = { from: 'n0', to: 'n1', maxHops: 8, count: 400, throughGeneric: false, steps };
    const answer = await findPaths({ ...asked, mostPartial: 1_000 });
    expect(answer.isLimitReached).toBe(true);
    expect(answer.paths.length).toBeGreaterThan(100);
    expect(answer.paths.length).toBeLessThan(1_000);
  });

  test('are those that looking at every path would find', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const line = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.option(fc.integer({ min: 0, max: 3 })));
    const world = fc.record({
      lines: fc.array(line, { maxLength: 18 }),
      generic: fc.subarray(['c', 'e']),
      maxHops: fc.integer({ min: 1, max: 6 }),
      count: fc.integer({ min: 1, max: 20 }),
      throughGeneric: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ lines, generic, ...asked }) => {
        const distinct = new Map(lines.filter(([a, b]) => a !== b).map((l) => [[l[0], l[1]].sort().join(''), l] as const));
        const graph = [...distinct.values()];
        const { paths } = await pathsOf(graph, asked, generic);
        expect(paths).toEqual(everyPath(graph, { ...asked, generic }).slice(0, asked.count));
      }),
      { numRuns: 400 },
    );
  });
});

/** All simple paths from a to d in order, by walking everything. */
function everyPath(
  lines: readonly Line[],
  { maxHops, throughGeneric, generic }: { maxHops: number; throughGeneric: boolean; generic: readonly string[] },
): string[] {
  const found: { path: string; weakest: number }[] = [];
  const walk = (path: string, weakest: number): void => {
    const at = path.at(-1)!;
    if (at === 'd') found.push({ path, weakest });
    if (at === 'd' || path.length > maxHops) return;
    for (const [a, b, lastSeen] of lines) {
      const to = a === at ? b : b === at ? a : null;
      if (to === null || path.includes(to) || (generic.includes(to) && to !== 'd' && !throughGeneric)) continue;
      walk(path + to, Math.min(weakest, lastSeen ?? -1));
    }
  };
  walk('a', Infinity);
  return found
    .sort((m, n) => m.path.length - n.path.length || n.weakest - m.weakest || (m.path < n.path ? -1 : 1))
    .map(({ path }) => path);
}
