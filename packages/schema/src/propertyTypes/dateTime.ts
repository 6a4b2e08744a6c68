import { type Moment, parseMoment, type Precision, precisions } from '../parseMoment.ts';
import { showClock, wallClock } from '../wallClock.ts';
import { accept, makeType } from './makeType.ts';

const precise: readonly string[] = precisions;

/** Canonical: `epoch milliseconds/precision/IANA zone`, such as `1770845400000/MINUTE/America/Chicago`. */
export const dateTime = makeType({
  name: 'dateTime',
  clean: (raw, context) => {
    const moment = parseMoment(raw, context.timeZone);
    return 'ok' in moment ? moment : accept(writeMoment(moment));
  },
  compare: (a, b) => (readMoment(a)?.at === readMoment(b)?.at ? 1 : 0),
  show: (value) => {
    const moment = readMoment(value);
    return moment ? showClock(wallClock(moment), moment.precision) : value;
  },
});

export function writeMoment(moment: Moment): string {
  return `${moment.at}/${moment.precision}/${moment.zone}`;
}

/** Null for what `dateTime` did not write. */
export function readMoment(value: string): Moment | null {
  const match = /^(-?\d+)\/([A-Z]+)\/(.+)$/.exec(value);
  if (!match || !precise.includes(match[2] ?? '')) return null;
  return { at: Number(match[1]), precision: match[2] as Precision, zone: match[3] ?? 'UTC' };
}
