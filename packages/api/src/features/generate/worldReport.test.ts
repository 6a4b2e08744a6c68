import { coreVocabulary } from '@linchpin/schema';
import { describe, expect, test } from 'vitest';
import { describeWorld, WorldTally } from './describeWorld.ts';
import { hubCount, planWorld } from './worldPlan.ts';
import { worldReport } from './worldReport.ts';

const plan = planWorld({ entities: 1_000, links: 5_000, seed: 7 });
const world = Array.from({ length: plan.reports }, (_, number) => worldReport(plan, number));

test('the same seed tells the same, in any order; another seed tells another', () => {
  expect(worldReport(planWorld(plan.size), 123)).toEqual(world[123]);
  expect(worldReport(planWorld({ ...plan.size, seed: 8 }), 123)).not.toEqual(world[123]);
});

describe('a world has the size that was asked for', () => {
  const total = (count: (report: (typeof world)[number]) => number): number =>
    world.reduce((sum, report) => sum + count(report), 0);

  test('links', () => {
    expect(total(({ input }) => input.links.length)).toBeGreaterThan(4_700);
    expect(total(({ input }) => input.links.length)).toBeLessThan(5_300);
  });

  test('two and a half to three records an entity', () => {
    const records = total(({ input }) => input.records.length);
    expect(records / 1_000).toBeGreaterThan(2.5);
    expect(records / 1_000).toBeLessThan(3.2);
  });

  test('every kind of entity, and twenty hubs', () => {
    const kinds = new Set(world.flatMap(({ input }) => input.records.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual([...coreVocabulary.entityKinds.keys()].toSorted());
    expect(new Set(world.flatMap(({ things }) => things.filter((thing) => thing < 0))).size).toBe(hubCount);
  });
});

test('every report comes from an agency that belongs to its audience', () => {
  expect(plan.directory.agencies.length + plan.directory.groups.length).toBe(250);
  for (const { input } of world)
    expect([input.agency, ...(plan.groupsOf.get(input.agency!) ?? [])], input.idempotencyKey!).toContain(input.audience);
});

test('its description names hubs with as many links as the reports tell of', () => {
  const tally = new WorldTally();
  for (const report of world) tally.add(report, 1);
  const { hubs, samples } = describeWorld(plan, tally);
  const told = world.flatMap(({ input, things }) =>
    input.links.filter(({ from, to }) =>
      [from, to].some((ref) => things[input.records.findIndex((record) => record.ref === ref)]! < 0),
    ),
  );
  expect(hubs.reduce((sum, { links }) => sum + links, 0)).toBe(told.length);
  expect(hubs[0]!.links).toBeGreaterThan(hubs.at(-1)!.links);
  for (const { key, kind } of samples) expect(key).toMatch(new RegExp(`^${kind} \\S`));
});
