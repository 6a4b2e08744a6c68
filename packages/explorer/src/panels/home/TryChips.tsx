import { useInfiniteQuery } from '@tanstack/react-query';
import type { OverlapAnswer } from '../../remote/reportReads.ts';
import { newestReports, strongestOverlaps } from './homeQueries.ts';

/** Things worth looking for, taken from what this viewer may see. */
export function TryChips({ onTry, onOpenReport }: { onTry(text: string): void; onOpenReport(number: string): void }) {
  const overlaps = useInfiniteQuery(strongestOverlaps);
  const reports = useInfiniteQuery(newestReports);
  const captions = oneOfEachKind(overlaps.data?.pages[0]?.edges.map((edge) => edge.node) ?? []);
  const report = reports.data?.pages[0]?.edges[0]?.node.number;
  if (captions.length === 0 && !report) return <div className="try" />;
  return (
    <div className="try">
      <span>Try</span>
      {captions.map((caption) => (
        <button key={caption} type="button" className="chip outlined" onClick={() => onTry(caption)}>
          {caption}
        </button>
      ))}
      {report && (
        <button type="button" className="chip outlined" onClick={() => onOpenReport(report)}>
          {report}
        </button>
      )}
    </div>
  );
}

function oneOfEachKind(overlaps: readonly OverlapAnswer[]): string[] {
  const byKind = new Map<string, string>();
  for (const { entity } of overlaps) if (!byKind.has(entity.kind)) byKind.set(entity.kind, entity.caption);
  return [...byKind.values()].slice(0, 3);
}
