import { must } from '../rounds.ts';

/** What an operator reads when something cannot be done: one line of words, without a stack. */
export function mustSayOneLine(
  { code, output }: { readonly code: number | null; readonly output: string },
  words: RegExp,
): string {
  const lines = output.trim().split('\n');
  must(code === 1, `it ended with ${code}: ${output.slice(-600)}`);
  must(lines.length === 1 && !/^\s+at /m.test(output), `it said more than one line: ${output.slice(0, 800)}`);
  must(words.test(output), `it said something else: ${output}`);
  return lines[0]!;
}
