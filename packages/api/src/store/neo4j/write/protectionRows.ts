import { greatest, least } from '../../../model/entityView.ts';
import type { PreparedRecord, PreparedReport } from '../../../model/prepared.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';

/** What an origin's reports say by which a person may be protected; all null of what is no person. Times are epoch milliseconds. */
export interface ProtectionRow {
  readonly isMarked: boolean | null;
  readonly adultFrom: number | null;
  readonly earliest: number | null;
  /** The same from reports that count also for who does not see them. */
  readonly isMarkedOutside: boolean | null;
  readonly adultFromOutside: number | null;
  readonly earliestOutside: number | null;
}

interface Facts {
  readonly isMarked: boolean | null;
  readonly adultFrom: number | null;
  readonly earliest: number | null;
}

const nothing: Facts = { isMarked: null, adultFrom: null, earliest: null };

/** @param records of one entity, in this report. */
export function protectionRow(report: PreparedReport, records: readonly PreparedRecord[]): ProtectionRow {
  const isPerson = records[0]?.kind === PERSON;
  const facts = isPerson ? factsOf(report, records) : nothing;
  const { outsideAudience, protectEverywhere } = report.origin;
  const countsOutside = outsideAudience === 'POINTER' || protectEverywhere;
  return { ...facts, ...asOutside(countsOutside ? facts : { ...nothing, isMarked: isPerson ? false : null }) };
}

export function sumOfProtection(facts: readonly ProtectionRow[]): ProtectionRow {
  return {
    isMarked: either(facts.map(({ isMarked }) => isMarked)),
    adultFrom: greatest(facts.map(({ adultFrom }) => adultFrom)),
    earliest: least(facts.map(({ earliest }) => earliest)),
    isMarkedOutside: either(facts.map(({ isMarkedOutside }) => isMarkedOutside)),
    adultFromOutside: greatest(facts.map(({ adultFromOutside }) => adultFromOutside)),
    earliestOutside: least(facts.map(({ earliestOutside }) => earliestOutside)),
  };
}

function factsOf(report: PreparedReport, records: readonly PreparedRecord[]): Facts {
  const ordinals = new Set(records.map(({ ordinal }) => ordinal));
  const links = report.links.filter(({ from, to }) => ordinals.has(from) || ordinals.has(to));
  const said = report.occurredAt?.at ?? report.receivedAt;
  return {
    isMarked:
      records.some(({ isMinor }) => isMinor) || links.some(({ isProtecting, from }) => isProtecting && ordinals.has(from)),
    adultFrom: greatest(records.map(({ adultFrom }) => adultFrom)),
    earliest: least([said, ...links.map(({ start }) => start?.at ?? said)]),
  };
}

function asOutside({
  isMarked,
  adultFrom,
  earliest,
}: Facts): Pick<ProtectionRow, 'isMarkedOutside' | 'adultFromOutside' | 'earliestOutside'> {
  return { isMarkedOutside: isMarked, adultFromOutside: adultFrom, earliestOutside: earliest };
}

function either(marks: readonly (boolean | null)[]): boolean | null {
  return marks.every((mark) => mark === null) ? null : marks.includes(true);
}
