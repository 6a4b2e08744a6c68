import { createHash } from 'node:crypto';
import { Lexer, OperationTypeNode, parse, Source, TokenKind, type DocumentNode } from 'graphql';
import { LinchpinError } from '../model/errors.ts';
import { requireReadable } from './documentShape.ts';
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

/** Brackets within brackets: far more than any input has, and far less than parsing by recursion survives. */
const mostBrackets = 60;

/**
 * Whether a document holds a mutation. What cannot be read is left to the GraphQL server, which says where it breaks.
 * @throws LinchpinError TOO_COSTLY for one that it would take too long to validate
 */
export function readLane(text: string): Lane {
  if (text.length > requestLimits.documentCharacters)
    throw new LinchpinError(
      'TOO_COSTLY',
      `The query is too long: at most ${requestLimits.documentCharacters} characters. Send values as variables`,
    );
  requireShallow(text);
  const document = parseQuietly(text);
  if (!document) return 'questions';
  requireReadable(document);
  const isMutation = document.definitions.some((part) => 'operation' in part && part.operation === OperationTypeNode.MUTATION);
  return isMutation ? 'submissions' : 'questions';
}

function parseQuietly(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: requestLimits.tokens, noLocation: true });
  } catch {
    return null;
  }
}

function requireShallow(text: string): void {
  try {
    const lexer = new Lexer(new Source(text));
    let depth = 0;
    for (let count = 0; count <= requestLimits.tokens; count++) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return;
      if (opening.has(kind)) depth++;
      else if (closing.has(kind)) depth--;
      if (depth > mostBrackets)
        throw new LinchpinError('TOO_COSTLY', `The query is nested too deep: at most ${mostBrackets} brackets within each other`);
    }
  } catch (error) {
    if (error instanceof LinchpinError) throw error;
  }
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
