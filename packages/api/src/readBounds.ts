import { chooseWord, wholeNumber, type ReadSetting } from './readSetting.ts';
import { usualServerBounds as usual, type ServerBounds } from './server/serverBounds.ts';

/** @throws LinchpinError INVALID naming the variable and what would be right. */
export function readBounds(read: ReadSetting): ServerBounds {
  const count = (name: string, ofUsual: number, [least, most]: readonly [number, number]): number =>
    wholeNumber(name, read(name), { usual: ofUsual, least, most });
  const inFlight = count('LINCHPIN_IN_FLIGHT', usual.inFlight, [1, 1_000]);
  const share = (name: string, ofUsual: number): number => count(name, Math.min(ofUsual, inFlight), [1, inFlight]);
  return {
    ...usual,
    inFlight,
    submissionsInFlight: share('LINCHPIN_SUBMISSIONS_IN_FLIGHT', usual.submissionsInFlight),
    inFlightPerViewer: share('LINCHPIN_IN_FLIGHT_PER_VIEWER', usual.inFlightPerViewer),
    waiting: count('LINCHPIN_WAITING', usual.waiting, [0, 100_000]),
    waitingPerViewer: count('LINCHPIN_WAITING_PER_VIEWER', usual.waitingPerViewer, [0, 100_000]),
    longestWait: count('LINCHPIN_WAIT_SECONDS', usual.longestWait / 1_000, [1, 600]) * 1_000,
    longestReading: count('LINCHPIN_ANSWER_SECONDS', usual.longestReading / 1_000, [1, 3_600]) * 1_000,
    connections: count('LINCHPIN_CONNECTIONS', usual.connections, [10, 100_000]),
    documents: chooseWord('LINCHPIN_DOCUMENTS', read('LINCHPIN_DOCUMENTS'), ['any', 'persisted']) ?? usual.documents,
    metrics: chooseWord('LINCHPIN_METRICS', read('LINCHPIN_METRICS'), ['local', 'published']) ?? usual.metrics,
  };
}
