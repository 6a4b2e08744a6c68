import type { TakenReport, ReportSink } from '../features/ingest/importing/importFiles.ts';
import { conflict } from '../features/ingest/importing/importReports.ts';
import { LinchpinError, type FieldProblem } from '../model/errors.ts';
import { importDocument } from '../server/importDocument.ts';
import { postPatiently, type GraphqlAnswer } from './postPatiently.ts';

interface Submitted {
  readonly submitReport: {
    readonly isNew: boolean;
    readonly entities: readonly { readonly entity: { readonly id: string; readonly kind: string } }[];
  } | null;
}

const atOnce = 8;

/** Hands reports to a running server, several at once, each with its idempotency key: sending one twice is harmless. */
export function submitToServer(to: {
  readonly url: string;
  readonly user: string | null;
  readonly key: string | null;
}): ReportSink {
  const endpoint = endpointOf(to.url);
  const headers = {
    'Content-Type': 'application/json',
    ...(to.key === null ? {} : { Authorization: `Bearer ${to.key}` }),
    ...(to.key === null && to.user !== null ? { 'Linchpin-Demo-Viewer': to.user } : {}),
  };
  const post = postPatiently(endpoint, headers);
  const send = async (input: ReportSinkInput): Promise<TakenReport> =>
    readAnswer(await post<Submitted>(JSON.stringify({ query: importDocument, variables: { input } })), input);
  return {
    async take(reports) {
      const outcomes: TakenReport[] = [];
      for (let at = 0; at < reports.length; at += atOnce)
        outcomes.push(...(await Promise.all(reports.slice(at, at + atOnce).map(send))));
      return outcomes;
    },
  };
}

/** @throws LinchpinError INVALID */
function endpointOf(address: string): URL {
  if (/^https?:/.test(address) && URL.canParse('/graphql', address)) return new URL('/graphql', address);
  throw new LinchpinError('INVALID', `--url ${address} is not the address of a server, such as http://127.0.0.1:4000`);
}

type ReportSinkInput = Parameters<ReportSink['take']>[0][number];

function readAnswer({ data, errors }: GraphqlAnswer<Submitted>, input: ReportSinkInput): TakenReport {
  const submitted = data?.submitReport;
  if (submitted) {
    const entities = submitted.entities.map(({ entity }) => entity);
    return { kind: submitted.isNew ? 'added' : 'known', entities, records: input.records.length, links: input.links.length };
  }
  const error = errors?.[0];
  const code = error?.extensions?.code;
  const message = error?.message ?? 'The server gave no answer that this command understands';
  if (code === 'CONFLICT') return conflict(null);
  if (code === 'INVALID' || code === 'TOO_LARGE')
    return { kind: 'refused', message, expected: '', fields: (error?.extensions?.fields ?? []).map(withoutInput) };
  throw new LinchpinError(code ?? 'UNAVAILABLE', message);
}

/** The server names fields of the mutation's argument. */
function withoutInput(problem: FieldProblem): FieldProblem {
  return { ...problem, path: problem.path.replace(/^input\./, '') };
}
