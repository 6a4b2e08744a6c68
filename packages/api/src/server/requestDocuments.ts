import { createHash } from 'node:crypto';
import { Lexer, Source, TokenKind } from 'graphql';
import { LinchpinError } from '../model/errors.ts';
import { requestLimits } from './limitRules.ts';
import type { Lane } from './turns/turnBounds.ts';

/** Documents by id: `sha256:` and the digest of the text, in hex. */
export type KnownDocuments = ReadonlyMap<string, string>;

/** Which documents are answered: whatever is asked, or the explorer's and the command line's own alone. */
export type DocumentRule = 'any' | 'persisted';

export interface ReadDocument {
  /** The body as the GraphQL server reads it, an id replaced by its text. */
  readonly body: unknown;
  readonly lane: Lane;
}

export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Reads which document a request asks for: its id (`documentId`), or its text (`query`). */
export function requestDocuments(known: KnownDocuments, rule: DocumentRule): (body: unknown) => ReadDocument {
  const laneOf = rememberLanes();
  return (body) => {
    if (!isObject(body)) return { body, lane: 'questions' };
    const { documentId: id, ...rest } = body;
    if (id === undefined || id === null) {
      const { query } = rest;
      if (rule === 'persisted' && (typeof query !== 'string' || !known.has(documentId(query)))) throw notKnown(knownAlone);
      return { body, lane: typeof query === 'string' ? laneOf(query) : 'questions' };
    }
    const text = typeof id === 'string' ? known.get(id) : undefined;
    if (text === undefined) throw notKnown(rule === 'persisted' ? knownAlone : sendText);
    return { body: { ...rest, query: text }, lane: laneOf(text) };
  };
}

const knownAlone =
  'This installation answers the documents of its own explorer alone. Reload the page; other systems ask its administrator';
const sendText = 'There is no document with this id. Send its text as `query`';

function notKnown(message: string): LinchpinError {
  return new LinchpinError('INVALID', message, [
    {
      path: 'documentId',
      message: 'No document of this installation',
      expected: 'the id of a document that the explorer was built with',
    },
  ]);
}

function isObject(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** Longer texts are read anew each time: the memory of lanes stays small. */
const longestRemembered = 10_000;
const mostRemembered = 500;

function rememberLanes(): (text: string) => Lane {
  const remembered = new Map<string, Lane>();
  return (text) => {
    const lane = remembered.get(text) ?? readLane(text);
    if (text.length <= longestRemembered) {
      if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!);
      remembered.set(text, lane);
    }
    return lane;
  };
}

/** Whether a document holds a mutation, without parsing it: the word, outside all brackets. What cannot be read is refused later. */
export function readLane(text: string): Lane {
  if (!text.includes('mutation')) return 'questions';
  try {
    const lexer = new Lexer(new Source(text));
    let depth = 0;
    for (let count = 0; count <= requestLimits.tokens; count++) {
      const { kind, value } = lexer.advance();
      if (kind === TokenKind.EOF) break;
      if (kind === TokenKind.BRACE_L) depth++;
      else if (kind === TokenKind.BRACE_R) depth--;
      else if (depth === 0 && kind === TokenKind.NAME && value === 'mutation') return 'submissions';
    }
  } catch {
    return 'questions';
  }
  return 'questions';
}
