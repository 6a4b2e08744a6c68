import { overlapsQuery, reportsQuery } from '../../remote/reportReads.ts';

/** Asked once for the whole page: the same keys share one answer. */
export const strongestOverlaps = overlapsQuery({ agencies: [], kinds: [], since: null, order: 'STRENGTH' }, 8);
export const newestReports = reportsQuery({ agency: null, kind: null, since: null });
