import { errorCodes } from '../../../model/errors.ts';

/** What came back. */
export interface AttackAnswer {
  readonly status: number;
  readonly text: string;
}

const codes: ReadonlySet<string> = new Set(errorCodes);

/** Words that only the inside of a program says. */
const inside =
  /node_modules|\.ts:\d|\bat \w+ \(|SQLITE|SELECT .* FROM|MATCH \(|stack size|undefined is|is not a function|Cannot read prop|Unexpected token|Internal server/;

interface ShownError {
  readonly message?: unknown;
  readonly extensions?: {
    readonly code?: unknown;
    readonly fields?: readonly { readonly path?: unknown; readonly expected?: unknown }[];
  };
}

/** What is wrong with an answer, whatever the question was; [] when nothing is. */
export function complaintsOf({ status, text }: AttackAnswer, secrets: RegExp): string[] {
  const complaints: string[] = [];
  if (secrets.test(text)) complaints.push('tells what this viewer may not know');
  const read = readJson(text);
  if (read === undefined) return [...complaints, `answers ${status} with what is no JSON`];
  const errors = (Array.isArray(read) ? read : [read]).flatMap((one) => errorsOf(one));
  if (status >= 500 && (status !== 503 || errors.some(({ extensions }) => extensions?.code !== 'UNAVAILABLE')))
    complaints.push(`answers ${status}`);
  if (status !== 503 && errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) complaints.push('fails within');
  for (const { message, extensions } of errors) {
    if (typeof message !== 'string' || message === '') complaints.push('has an error without words');
    else if (message.length > 1_000) complaints.push('has an error of more than 1,000 characters');
    else if (inside.test(message)) complaints.push(`tells of its inside: ${message.slice(0, 200)}`);
    if (!codes.has(String(extensions?.code))) complaints.push(`has an error without a code: ${String(message).slice(0, 200)}`);
    for (const field of extensions?.fields ?? [])
      if (typeof field.path !== 'string' || typeof field.expected !== 'string')
        complaints.push('names a field without path or expectation');
  }
  return [...new Set(complaints)];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorsOf(answer: unknown): ShownError[] {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer) || !Array.isArray(answer.errors)) return [];
  return answer.errors as ShownError[];
}

/** An answer without what is drawn anew each time or moves with the clock. */
export function lasting(text: string): string {
  return text
    .replaceAll(/"(?:cursor|endCursor)":"[\w-]{30,}"/g, '')
    .replaceAll(/"strength":[\d.e-]+/g, '')
    .replaceAll(/"reasons":\[[^\]]*\]/g, '');
}
