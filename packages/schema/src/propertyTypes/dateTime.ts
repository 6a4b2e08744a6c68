import { DateTime } from 'luxon';
import { type Moment, parseMoment, type Precision } from '../parseMoment.ts';
import { accept, makeType } from './makeType.ts';

const formats: Readonly<Record<Precision, string>> = {
  YEAR: 'yyyy',
  MONTH: 'LLL yyyy',
  DAY: 'd LLL yyyy',
  HOUR: 'd LLL yyyy, HH:00',
  MINUTE: 'd LLL yyyy, HH:mm',
  SECOND: 'd LLL yyyy, HH:mm:ss',
};

/** Canonical: `epoch milliseconds/precision/IANA zone`, such as `1770845400000/MINUTE/America/Chicago`. */
export const dateTime = makeType({
  name: 'dateTime',
  clean: (raw, context) => {
    const moment = parseMoment(raw, context.timeZone);
    return 'ok' in moment ? moment : accept(writeMoment(moment));
  },
  compare: (a, b) => (readMoment(a)?.at === readMoment(b)?.at ? 1 : 0),
  show: (value) => formatMoment(value, null) ?? value,
});

export function writeMoment(moment: Moment): string {
  return `${moment.at}/${moment.precision}/${moment.zone}`;
}

/** Null for what `dateTime` did not write. */
export function readMoment(value: string): Moment | null {
  const match = /^(-?\d+)\/([A-Z]+)\/(.+)$/.exec(value);
  if (!match || !((match[2] ?? '') in formats)) return null;
  return { at: Number(match[1]), precision: match[2] as Precision, zone: match[3] ?? 'UTC' };
}

/** In its own zone; in `format` (luxon) or, for null, as exactly as it was said. Null for what is no moment. */
export function formatMoment(value: string, format: string | null): string | null {
  const moment = readMoment(value);
  if (!moment) return null;
  return DateTime.fromMillis(moment.at, { zone: moment.zone, locale: 'en-US' }).toFormat(format ?? formats[moment.precision]);
}
