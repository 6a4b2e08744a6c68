import { counted } from '../figures.ts';
import type { Phase } from './phase.ts';

/** The store was loaded before any phase, or some day: its note says how. */
export const loadPhase: Phase = async ({ loaded }) => {
  const { seconds, peakMB, reports, records, links } = loaded.load;
  return [
    counted('bulk load of everything by `linchpin import`', { value: seconds, unit: 's' }, { atMost: 120 }),
    counted('  its memory, at most', { value: peakMB ?? Number.NaN, unit: 'MB RSS' }, { atMost: 1_200 }),
    counted('  reports a second', { value: reports / seconds, unit: 'reports/s' }, null),
    counted('  records and links a second', { value: (records + links) / seconds, unit: 'parts/s' }, null),
  ];
};
