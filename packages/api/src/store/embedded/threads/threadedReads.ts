import type { ReaderPool } from './readerPool.ts';
import type { ReadName, Reads } from './readTraits.ts';

type ThreadedRead<N extends ReadName> = (...asked: Parameters<Reads[N]>) => Promise<ReturnType<Reads[N]>>;

/** Every read of evidence and work, asked of the pool by its name. */
export function threadedReads(pool: ReaderPool): { readonly [N in ReadName]: ThreadedRead<N> } {
  const read =
    <N extends ReadName>(name: N): ThreadedRead<N> =>
    (...asked) =>
      pool.ask(name, asked);
  return {
    changes: read('changes'),
    lastChange: read('lastChange'),
    entities: read('entities'),
    records: read('records'),
    linkCounts: read('linkCounts'),
    neighbourTotals: read('neighbourTotals'),
    pointers: read('pointers'),
    lookup: read('lookup'),
    search: read('search'),
    expand: read('expand'),
    linksAmong: read('linksAmong'),
    neighbours: read('neighbours'),
    bundles: read('bundles'),
    evidence: read('evidence'),
    commonNeighbours: read('commonNeighbours'),
    reports: read('reports'),
    reportsByNumber: read('reportsByNumber'),
    reportRecords: read('reportRecords'),
    reportLinks: read('reportLinks'),
    overlaps: read('overlaps'),
    part: read('part'),
    setting: read('setting'),
    directory: read('directory'),
    notices: read('notices'),
  };
}
