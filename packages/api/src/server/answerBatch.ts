import { jsonHeaders, type OperationAnswer } from './answerOperation.ts';

/**
 * Operations sent together, answered one after the other: each waits for its turn, and between them others get theirs.
 * The status is the one that all have; 200 where they differ.
 */
export async function answerBatch(
  bodies: readonly unknown[],
  answer: (body: unknown) => Promise<OperationAnswer>,
): Promise<OperationAnswer> {
  const answers: OperationAnswer[] = [];
  for (const body of bodies) answers.push(await answer(body));
  const statuses = new Set(answers.map(({ status }) => status));
  const [first] = answers;
  const isAlike = first !== undefined && statuses.size === 1;
  return {
    status: isAlike ? first.status : 200,
    headers: isAlike ? first.headers : jsonHeaders,
    text: `[${answers.map(({ text }) => text.trim()).join(',')}]\n`,
  };
}
