import { isDeepStrictEqual } from 'node:util';
import { compareKeeping } from './compareKeeping.ts';
import { compareWrite, type Comparison, type Mismatch } from './compareStores.ts';
import { describeOperation } from './worlds/describeOperation.ts';
import type { Operation } from './generateWorld.ts';
import { ask, type Question } from './reads.ts';
import { referenceModel } from './referenceModel.ts';

const mostTries = 150;
const mostMilliseconds = 60_000;

/** Leaves out writes, reports and parts of the question as long as the answers still differ: what remains is read by a person. */
export async function narrowMismatch(comparison: Comparison, found: Mismatch): Promise<Mismatch> {
  const deadline = Date.now() + mostMilliseconds;
  let best = found;
  let tries = 0;
  const accepts = async (operations: readonly Operation[], question: Question | null): Promise<boolean> => {
    if (tries++ >= mostTries || Date.now() > deadline) return false;
    const mismatch = await replay(comparison, operations, question);
    if (mismatch) best = mismatch;
    return mismatch !== null;
  };
  await accepts(best.operations.flatMap(oneByOne), best.question);
  for (let size = Math.ceil(best.operations.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = best.operations.length; at > 0; at -= size) {
      const fewer = best.operations.filter((_, i) => i < at - size || i >= at);
      if (fewer.length < best.operations.length) await accepts(fewer, best.question);
    }
  for (const operation of best.operations)
    for (const smaller of withFewerLinks(operation))
      if (
        await accepts(
          best.operations.map((other) => (other === operation ? smaller : other)),
          best.question,
        )
      )
        break;
  if (best.question) for (const question of simpler(best.question)) await accepts(best.operations, question);
  return best;
}

async function replay(
  { open, vocabulary }: Comparison,
  operations: readonly Operation[],
  question: Question | null,
): Promise<Mismatch | null> {
  const reference = referenceModel(vocabulary);
  const store = await open();
  try {
    for (const [i, operation] of operations.entries()) {
      const differs = await compareWrite({ reference, store }, operation);
      if (differs && question === null) return { operations: operations.slice(0, i + 1), question, ...differs };
    }
    if (!question) {
      const differs = await compareKeeping(reference, store);
      return differs && { operations, question, ...differs };
    }
    const expected = await ask(reference, question);
    const got = await ask(store, question);
    return isDeepStrictEqual(expected, got) ? null : { operations, question, expected, got };
  } finally {
    await store.close();
  }
}

/** The question with one id only, of each of its lists. */
function simpler(question: Question): Question[] {
  return question.args.flatMap((argument, place) => {
    const ids: unknown = Array.isArray(argument) ? argument : isAskingForIds(argument) ? argument.ids : [];
    if (!Array.isArray(ids) || ids.length < 2) return [];
    return [...new Set<unknown>(ids)].map((id) => {
      const narrowed: unknown = Array.isArray(argument) ? [id] : { ...(argument as object), ids: [id] };
      return { ...question, args: question.args.map((other, i) => (i === place ? narrowed : other)) } as unknown as Question;
    });
  });
}

function isAskingForIds(argument: unknown): argument is { readonly ids: readonly string[] } {
  return typeof argument === 'object' && argument !== null && 'ids' in argument;
}

function oneByOne(operation: Operation): Operation[] {
  if (operation.write !== 'addReports') return [operation];
  return operation.reports.map((report) => ({ write: 'addReports', reports: [report] }));
}

function withFewerLinks(operation: Operation): Operation[] {
  if (operation.write !== 'addReports') return [];
  const most = Math.max(...operation.reports.map(({ links }) => links.length));
  const keep = (count: number): Operation => ({
    write: 'addReports',
    reports: operation.reports.map((report) => ({ ...report, links: report.links.slice(0, count) })),
  });
  return Array.from({ length: Math.min(most, 8) }, (_, count) => keep(count));
}

/** For the test's message. */
export function describeMismatch(seed: number, { operations, question, expected, got }: Mismatch): string {
  const cut = (text: string, length: number): string =>
    text.length > length ? `${text.slice(0, length)} ... (${text.length} characters)` : text;
  return [
    `Seed ${seed}: after ${operations.length} writes the store answers otherwise than the reference model.`,
    `Question: ${question ? JSON.stringify(question) : 'the last write itself, verify() or changes()'}`,
    `Expected: ${cut(JSON.stringify(expected), 3_000)}`,
    `Got:      ${cut(JSON.stringify(got), 3_000)}`,
    `Writes:`,
    cut(operations.flatMap(describeOperation).join('\n'), 12_000),
  ].join('\n');
}
