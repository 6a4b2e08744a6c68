import { isDeepStrictEqual } from 'node:util';
import type { Vocabulary } from '@linchpin/schema';
import { LinchpinError } from '../../model/errors.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import { askRandomly, reads } from './askRandomly.ts';
import { compareKeeping } from './compareKeeping.ts';
import { generateWorld, type Operation } from './generateWorld.ts';
import { ask, type Question, type ReadName } from './reads.ts';
import { referenceModel } from './referenceModel.ts';
import { randomScope } from './worlds/places.ts';

export interface Comparison {
  readonly seed: number;
  readonly operations: number;
  /** Scopes in which every read is asked when the world is full; between writes a few of them are. */
  readonly scopes: number;
  readonly secret: Buffer;
  readonly vocabulary: Vocabulary;
  /** An empty store. */
  open(): Promise<GraphStore>;
}

export interface Mismatch {
  /** Writes that led there. */
  readonly operations: readonly Operation[];
  /** Null: the last write itself answered otherwise, or what is asked without a scope. */
  readonly question: Question | null;
  readonly expected: unknown;
  readonly got: unknown;
}

export interface Compared {
  readonly mismatch: Mismatch | null;
  /** How many questions had an answer worth the name, by read: a comparison of nothing proves nothing. */
  readonly answered: ReadonlyMap<ReadName, number>;
}

const writesBetween = 20;
const writesBetweenChecks = 60;
const scopesBetween = 3;
/** Reads that ask for one thing by name are asked more often: most names say little. */
const askedReads = [
  ...reads,
  ...['records', 'evidence', 'reportRecords', 'reportLinks', 'part'].flatMap((read) => [read, read, read]),
] as ReadName[];

/** Grows one world in a store and in the reference model, and stops at the first answer that differs. */
export async function compareStores(comparison: Comparison): Promise<Compared> {
  const world = generateWorld(comparison);
  const { random } = world;
  const scopes = Array.from({ length: comparison.scopes }, () => randomScope(random));
  const answered = new Map<ReadName, number>();
  const operations: Operation[] = [];
  const reference = referenceModel(comparison.vocabulary);
  const store = await comparison.open();
  try {
    for (let step = 1; step <= comparison.operations; step++) {
      const operation = world.nextOperation();
      operations.push(operation);
      const differs = await compareWrite({ reference, store }, operation);
      if (differs) return { answered, mismatch: { operations, question: null, ...differs } };
      const isFull = step === comparison.operations;
      if (step % writesBetween !== 0 && !isFull) continue;
      if (step % writesBetweenChecks === 0 || isFull) {
        const broken = await compareKeeping(reference, store);
        if (broken) return { answered, mismatch: { operations, question: null, ...broken } };
      }
      const viewers = isFull ? scopes : Array.from({ length: scopesBetween }, () => random.pick(scopes));
      for (const scope of viewers)
        for (const read of askedReads) {
          const question = askRandomly({ random, names: world.names, vocabulary: comparison.vocabulary }, read, scope);
          const expected = await ask(reference, question);
          const got = await ask(store, question);
          if (!isDeepStrictEqual(expected, got)) return { answered, mismatch: { operations, question, expected, got } };
          if (saysSomething(expected)) answered.set(read, (answered.get(read) ?? 0) + 1);
        }
    }
    return { answered, mismatch: null };
  } finally {
    await store.close();
  }
}

/** Does one write on both; what they answer when it is not the same. */
export async function compareWrite(
  { reference, store }: { readonly reference: GraphStore; readonly store: GraphStore },
  operation: Operation,
): Promise<Pick<Mismatch, 'expected' | 'got'> | null> {
  const expected = await write(reference, operation);
  const got = await write(store, operation);
  return isDeepStrictEqual(expected, got) ? null : { expected, got };
}

async function write(store: GraphStore, operation: Operation): Promise<unknown> {
  try {
    if (operation.write === 'addReports') return structuredClone(await store.addReports(operation.reports));
    if (operation.write === 'retractReport') return await store.retractReport(operation.retraction);
    await store.recluster(operation.recordIds, operation.entityId);
    return 'done';
  } catch (error) {
    if (error instanceof LinchpinError) return { refused: error.code };
    throw error;
  }
}

/** Whether something beside nulls, zeros and empty lists is in it. */
function saysSomething(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.some(saysSomething);
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).some(saysSomething);
  return typeof answer === 'string' || (typeof answer === 'number' && answer !== 0);
}
