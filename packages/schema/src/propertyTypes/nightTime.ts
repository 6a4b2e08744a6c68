import { date } from './date.ts';
import { dateTime } from './dateTime.ts';
import { makeType } from './makeType.ts';

/** Check-in and check-out: a local day as `date` stores it, or a time as `dateTime` does. */
export const nightTime = makeType({
  name: 'nightTime',
  isSlow: true,
  clean: (raw, context) => {
    const day = date.clean(raw, context);
    return day.ok || !/\d[T ]\d/i.test(raw) ? day : dateTime.clean(raw, context);
  },
  show: (value) => (value.includes('/') ? dateTime.show(value) : date.show(value)),
});
