import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idLength, type EntityChunk, type RowChunk } from '../../store/ports/adjacencyFeed.ts';
import { EntityTable } from './entityTable.ts';
import { layRows, numberRows } from './layRows.ts';

const refOf = (number: number): number => number * 64 + 2 ** 40;
const idOf = (number: number): string => String(number).padStart(idLength, 'a');

function entities(count: number): EntityChunk {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const ids = new Uint8Array(Buffer.from(numbers.map(idOf).join('')));
  return { of: 'entities', refs: Float64Array.from(numbers, refOf), kinds: new Uint8Array(count), ids };
}

test('rows of any order are laid out by entity, both ends, those of one other together', async () => {
  const row = fc.record({ from: fc.nat(9), to: fc.nat(12), code: fc.constantFrom(0, 2, 5, 6), last: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 400 }), async (all) => {
      const table = new EntityTable();
      table.add(entities(10));
      const said = all.filter(({ from, to }) => from !== to);
      const chunk: RowChunk = {
        of: 'rows',
        from: Float64Array.from(said, ({ from }) => refOf(from)),
        to: Float64Array.from(said, ({ to }) => refOf(to)),
        codes: Uint8Array.from(said, ({ code }) => code),
        origins: Uint16Array.from(said, (_, at) => at),
        last: Float64Array.from(said, ({ last }) => last),
      };
      const { starts, others, codes, origins, last } = await layRows(10, [numberRows(table, chunk)], async () => {});
      for (let entity = 0; entity < 10; entity++) {
        const laid = Array.from({ length: starts[entity + 1]! - starts[entity]! }, (_, i) => starts[entity]! + i);
        expect(laid.map((at) => others[at])).toEqual(laid.map((at) => others[at]!).sort((a, b) => a - b));
        const seen = said.flatMap(({ from, to, ...said }, origin) => {
          // Entities from 10 on are not in the table.
          if (to >= 10 || (from !== entity && to !== entity)) return [];
          const turned = [1, 0, 2, 3][said.code % 4]! + said.code - (said.code % 4);
          return [[from === entity ? to : from, from === entity ? said.code : turned, origin, said.last].join()];
        });
        expect(laid.map((at) => [others[at], codes[at], origins[at], last[at]].join()).sort()).toEqual(seen.sort());
      }
    }),
    { numRuns: 150 },
  );
});

test('entities are found by ref and by public id, however many there are, and others are not', () => {
  const table = new EntityTable();
  table.add(entities(3_000));
  table.add(entities(5_000));
  expect(table.count).toBe(5_000);
  for (const number of [0, 1, 1_023, 1_024, 2_999, 3_000, 4_999]) {
    expect([table.ofRef(refOf(number)), table.find(idOf(number)), table.idOf(number)]).toEqual([number, number, idOf(number)]);
  }
  expect([table.ofRef(refOf(5_000)), table.ofRef(1), table.find(idOf(5_000)), table.find('')]).toEqual([-1, -1, -1, -1]);
  expect(Math.sign(table.compare(4_999, 5))).toBe(idOf(4_999) < idOf(5) ? -1 : 1);
});
