import type { Vocabulary } from '@linchpin/schema';
import type { PreparedLink, PreparedRecord, PreparedReport } from '../../model/prepared.ts';
import type { PublicIds } from '../../model/publicIds.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import { PERSON } from '../../model/vocabularyWords.ts';
import { checkSize } from './checkSize.ts';
import { decideOrigin } from './decideOrigin.ts';
import { describeRecord } from './describeRecord.ts';
import { hashBody } from './hashBody.ts';
import { keyRecords } from './keyRecords.ts';
import { adultFrom, saysMinor } from './personFacts.ts';
import { prepareHead } from './prepareHead.ts';
import { prepareLinks, type CleanLink } from './prepareLinks.ts';
import { cleanRecords, type CleanRecord } from './prepareRecords.ts';
import { Problems } from './problems.ts';
import type { Assumptions } from './recordContext.ts';
import { refuseCardNumbers } from './refuseCardNumbers.ts';

export interface PrepareContext {
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Who reports, and the groups it belongs to. */
  readonly agency: string;
  readonly groups: readonly string[];
  /** Six digits, drawn without order; the caller draws again where the store knows the number already. */
  drawNumber(year: number): string;
}

/**
 * Checks, cleans, keys and names a report, so that a store has nothing left to decide. Pure but for the ids drawn.
 * @throws LinchpinError INVALID with every problem found (up to 20), NOT_PERMITTED for another's agency or audience,
 * TOO_LARGE beyond the bounds of `limits`.
 */
export function prepareReport(input: ReportInput, context: PrepareContext): PreparedReport {
  checkSize(input);
  const origin = decideOrigin(input, context);
  const problems = new Problems();
  refuseCardNumbers(input, problems);
  if (input.idempotencyKey?.trim() === '')
    problems.add(
      'idempotencyKey',
      'An empty key would make every report the same one',
      'a key of your own for each report, or none',
    );
  const head = prepareHead(input, context.now, problems);
  const { vocabulary, ids } = context;
  const assumptions = assume(input);
  const records = cleanRecords(input.records, { vocabulary, assumptions, problems });
  const ordinals = new Map<string, number>();
  for (let at = 0; at < input.records.length; at++) ordinals.set(input.records[at]!.ref, at);
  const { timeZone, occurredAt } = head;
  const links = prepareLinks(input.links, { vocabulary, assumptions, problems, timeZone, occurredAt, records, ordinals });
  problems.throwIfAny();

  const known = records.filter((record) => record !== null);
  const keys = keyRecords(known, links, origin);
  const seed = ids.newSeed();
  const year = new Date(head.receivedAt).getUTCFullYear();
  const recordIds = ids.parts('record', seed, known.length);
  const linkIds = ids.parts('link', seed, links.length);
  return {
    id: ids.part('report', seed, 0),
    number: `${origin.agency}-${year}-${context.drawNumber(year)}`,
    origin,
    ...head,
    idempotency: input.idempotencyKey == null ? null : { key: input.idempotencyKey, bodyHash: hashBody(input) },
    records: known.map((record, ordinal) =>
      finishRecord(record, { ordinal, id: recordIds[ordinal]!, keys: keys[ordinal]!, ids, timeZone }),
    ),
    links: links.map((link) => finishLink(link, linkIds[link.ordinal]!)),
  };
}

function assume(input: ReportInput): Assumptions {
  const { country, areaCode, timeZone } = input;
  return { country: country ?? undefined, areaCode: areaCode ?? undefined, timeZone: timeZone ?? undefined };
}

/** Written out: copied field by field it takes a third of the memory. */
function finishLink(
  { ordinal, kind, from, to, start, end, matchEnd, time, properties, isProtecting }: CleanLink,
  id: string,
): PreparedLink {
  return { ordinal, kind, from, to, start, end, matchEnd, time, properties, isProtecting, id };
}

function finishRecord(
  { kind, properties, values }: CleanRecord,
  to: Pick<PreparedRecord, 'ordinal' | 'id'> & {
    readonly keys: readonly string[];
    readonly ids: PublicIds;
    readonly timeZone: string | null;
  },
): PreparedRecord {
  const { ordinal, id, keys, ids } = to;
  const key = keys[0] ?? null;
  const isPerson = kind.kind === PERSON;
  const others = (kind.lookupKeys?.(values) ?? []).map((other) => `${kind.kind} ${other}`);
  const { caption, words } = describeRecord(kind, properties, values);
  return {
    ordinal,
    id,
    kind: kind.kind,
    key,
    lookupKeys: others.length === 0 ? keys : [...new Set([...keys, ...others])],
    proposedEntityId: key === null ? ids.random() : ids.entity(key),
    properties,
    caption,
    words,
    isGeneric: values['generic']?.includes('true') ?? false,
    isMinor: isPerson && saysMinor(values),
    adultFrom: isPerson ? adultFrom(values, to.timeZone) : null,
  };
}
