import { mayJoin, momentEnd, parseMoment, type LinkKind, type Vocabulary } from '@linchpin/schema';
import { mentionsCardNumber } from '../../model/cardNumbers.ts';
import { didYouMean } from '../../model/nearestName.ts';
import type { Moment } from '../../model/moment.ts';
import type { PreparedLink, PreparedProperty } from '../../model/prepared.ts';
import type { LinkInput } from '../../model/reportInput.ts';
import { INVOLVED_IN } from '../../model/vocabularyWords.ts';
import { cleanProperties } from './cleanProperties.ts';
import type { CleanRecord } from './prepareRecords.ts';
import type { Problems } from './problems.ts';
import type { Assumptions } from './recordContext.ts';

/** A link without its id. */
export type CleanLink = Omit<PreparedLink, 'id'>;

export interface LinkContext {
  readonly vocabulary: Vocabulary;
  readonly assumptions: Assumptions;
  readonly problems: Problems;
  readonly timeZone: string | null;
  readonly occurredAt: Moment | null;
  /** By ordinal; null where the record's own kind is unknown and already reported. */
  readonly records: readonly (CleanRecord | null)[];
  /** Ordinal by ref. */
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Links of one report. Those with problems are left out: the report is refused as a whole. */
export function prepareLinks(links: readonly LinkInput[], context: LinkContext): CleanLink[] {
  return links.map((link, ordinal) => prepareLink(link, ordinal, context)).filter((link) => link !== null);
}

function prepareLink(link: LinkInput, ordinal: number, context: LinkContext): CleanLink | null {
  const { vocabulary, problems, assumptions } = context;
  const kind = vocabulary.linkKinds.get(link.kind);
  if (!kind) {
    const kinds = [...vocabulary.linkKinds.keys()];
    problems.add(
      `links[${ordinal}].kind`,
      `There is no such kind of link${didYouMean(link.kind, kinds)}`,
      `one of ${kinds.join(', ')}`,
    );
  }
  const from = context.ordinals.get(link.from);
  if (from === undefined) reportEnd(link.from, `links[${ordinal}].from`, context);
  const to = context.ordinals.get(link.to);
  if (to === undefined) reportEnd(link.to, `links[${ordinal}].to`, context);
  const start = readMoment(link, 'start', { ordinal, context });
  const end = readMoment(link, 'end', { ordinal, context });
  if (start !== null && end !== null && end.at < start.at)
    problems.add(
      `links[${ordinal}].end`,
      'The end is before the start',
      'an end after the start; an end that is a date means the first moment of that day',
    );
  if (!kind || from === undefined || to === undefined) return null;
  checkEnds(kind, { ordinal, from: context.records[from], to: context.records[to], isLoop: from === to, problems });
  const place = { list: 'links', index: ordinal, kind: kind.kind, definitions: kind.properties, assumptions, problems } as const;
  const properties = link.properties?.length ? cleanProperties(link.properties, place) : [];
  return {
    ordinal,
    kind: kind.kind,
    from,
    to,
    start,
    end,
    matchEnd: end?.at ?? (start === null ? null : momentEnd(start)),
    time: end?.at ?? start?.at ?? context.occurredAt?.at ?? null,
    properties,
    isProtecting: kind.kind === INVOLVED_IN && namesVictim(properties),
  };
}

function namesVictim(properties: readonly PreparedProperty[]): boolean {
  const roles = properties.find((property) => property.name === 'role')?.values ?? [];
  return roles.some(({ value }) => value === 'VICTIM' || value === 'PROSPECTIVE_VICTIM');
}

function readMoment(
  link: LinkInput,
  field: 'start' | 'end',
  to: { readonly ordinal: number; readonly context: LinkContext },
): Moment | null {
  const text = link[field];
  if (text == null) return null;
  const read = parseMoment(text, to.context.timeZone ?? undefined);
  if (!('ok' in read)) return read;
  to.context.problems.add(`links[${to.ordinal}].${field}`, read.message, read.expected);
  return null;
}

function reportEnd(ref: string, path: string, context: LinkContext): void {
  // Thousands of wrong ends would each be compared with thousands of refs, for a message that nobody is given.
  if (context.problems.isFull) return;
  const refs = [...context.ordinals.keys()].filter((known) => !mentionsCardNumber(known));
  const some = refs.slice(0, 20).join(', ') + (refs.length > 20 ? ' ...' : '');
  context.problems.add(
    path,
    `No record of this report has this ref${didYouMean(ref, refs)}`,
    refs.length > 0 ? `one of ${some}` : 'records to link',
  );
}

/** The same thing cannot be linked to itself within one report; the rest the vocabulary decides. */
function checkEnds(
  kind: LinkKind,
  ends: {
    readonly ordinal: number;
    readonly from: CleanRecord | null | undefined;
    readonly to: CleanRecord | null | undefined;
    readonly isLoop: boolean;
    readonly problems: Problems;
  },
): void {
  const { from, to, ordinal, problems } = ends;
  if (!from || !to) return;
  if (ends.isLoop) problems.add(`links[${ordinal}].to`, 'This joins a record with itself', 'another record of this report');
  else if (!joins(kind, from.kind.kind, to.kind.kind))
    problems.add(`links[${ordinal}]`, `${kind.kind} does not join ${from.kind.kind} to ${to.kind.kind}`, describeEnds(kind));
}

function joins(kind: LinkKind, from: string, to: string): boolean {
  return mayJoin(kind, from, to) || (kind.isSymmetric && mayJoin(kind, to, from));
}

/** `PERSON or ORGANIZATION to PHONE, EMAIL or ONLINE_ACCOUNT`. */
function describeEnds(kind: LinkKind): string {
  const list = (kinds: readonly string[] | null): string => {
    if (kinds === null) return 'any kind';
    return kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} or ${kinds[kinds.length - 1]}` : kinds.join('');
  };
  return kind.ends.map((end) => `${list(end.from)} to ${list(end.to)}`).join('; ');
}
