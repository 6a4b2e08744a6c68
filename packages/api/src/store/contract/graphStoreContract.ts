import { describe, expect, it } from 'vitest';
import type { GraphStore } from '../ports/graphStore.ts';
import { reads as askedReads } from './askRandomly.ts';
import { compareStores, type Comparison } from './compareStores.ts';
import { coreVocabulary } from '@linchpin/schema';
import { secret, type OpenGraphStore } from './examples/exampleWorld.ts';
import { expandExamples } from './examples/expandExamples.ts';
import { identityExamples } from './examples/identityExamples.ts';
import { linkExamples } from './examples/linkExamples.ts';
import { overlapExamples } from './examples/overlapExamples.ts';
import { protectionExamples } from './examples/protectionExamples.ts';
import { searchExamples } from './examples/searchExamples.ts';
import { sightExamples } from './examples/sightExamples.ts';
import { sizeExamples } from './examples/sizeExamples.ts';
import { describeMismatch, narrowMismatch } from './narrowMismatch.ts';
import { unscoped, writes, type ReadName } from './reads.ts';

export interface ContractSize {
  /** Writes over all generated worlds. */
  readonly operations: number;
  readonly scopes: number;
  readonly firstSeed: number;
}

const perWorld = 250;

/**
 * Everything that a store of evidence promises (docs: semantics), by example and by comparison with the reference model.
 * `open` gives an EMPTY store; the suite closes it.
 */
export function graphStoreContract(name: string, open: OpenGraphStore, size: Partial<ContractSize> = {}): void {
  const { operations, scopes, firstSeed } = { ...defaultSize(), ...size };
  describe(`${name} keeps the promises of a graph store`, () => {
    it('is asked every read that the port has', async () => {
      const store = await open({ secret, vocabulary: coreVocabulary });
      const asked = [...askedReads, ...writes, ...unscoped];
      expect(methodsOf(store).filter((method) => !asked.includes(method as ReadName))).toEqual([]);
      for (const method of asked) expect(store[method], method).toBeTypeOf('function');
      await store.close();
    });

    describe('identity', () => identityExamples(open));
    describe('sight', () => sightExamples(open));
    describe('protection', () => protectionExamples(open));
    describe('links', () => linkExamples(open));
    describe('expand', () => expandExamples(open));
    describe('search', () => searchExamples(open));
    describe('pointers and overlaps', () => overlapExamples(open));
    describe('size', () => sizeExamples(open));

    const worlds = Math.ceil(operations / perWorld);
    it.each(Array.from({ length: worlds }, (_, i) => firstSeed + i))(
      'answers like the reference model in generated world %i, whatever was written, whoever asks',
      async (seed) => {
        const comparison: Comparison = {
          seed,
          operations: Math.min(perWorld, operations),
          scopes,
          secret,
          vocabulary: coreVocabulary,
          open: () => open({ secret, vocabulary: coreVocabulary }),
        };
        const { mismatch, answered } = await compareStores(comparison);
        if (mismatch) expect.fail(describeMismatch(seed, await narrowMismatch(comparison, mismatch)));
        // A comparison in which a read never has anything to answer proves nothing of it. Fewer viewers ask less.
        if (operations >= perWorld)
          for (const read of askedReads)
            expect(answered.get(read) ?? 0, `answers to ${read}`).toBeGreaterThan(scopes >= 20 ? 5 : 1);
      },
      600_000,
    );
  });
}

/** `LINCHPIN_CONTRACT_OPERATIONS`, `_SCOPES` and `_SEED` look further, or repeat what was found. */
function defaultSize(): ContractSize {
  const read = (name: string, otherwise: number): number => Number(process.env[`LINCHPIN_CONTRACT_${name}`] ?? otherwise);
  return { operations: read('OPERATIONS', 2_000), scopes: read('SCOPES', 50), firstSeed: read('SEED', 1) };
}

/** Own methods of a literal, or those of its class. What begins with _ or # is nobody's business. */
function methodsOf(store: GraphStore): string[] {
  const prototype: unknown = Object.getPrototypeOf(store);
  const holders = prototype === Object.prototype ? [store] : [store, prototype as object];
  const names = holders.flatMap((holder) => Object.getOwnPropertyNames(holder));
  return names.filter(
    (method) => method !== 'constructor' && typeof (store as unknown as Record<string, unknown>)[method] === 'function',
  );
}
