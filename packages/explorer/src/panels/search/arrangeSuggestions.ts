import type { EntityRecord } from '../../remote/records.ts';
import type { LookupHit, SearchAnswer } from '../../remote/searchReads.ts';
import { isFound } from '../../ui/markMatch.ts';

export interface Suggestion {
  readonly entity: EntityRecord;
  readonly isOnChart: boolean;
  /** Why it was found, in words; null when its caption says so. */
  readonly why: string | null;
}

export interface Suggestions {
  readonly onChart: readonly Suggestion[];
  readonly everywhere: readonly Suggestion[];
}

interface Found {
  readonly text: string;
  /** Entities on the chart that the service has told of. */
  readonly chart: readonly EntityRecord[];
  readonly edges: SearchAnswer['edges'];
  readonly lookups: readonly LookupHit[];
}

const onChartLimit = 4;

/** What is on the chart first, then everything else; an exact identifier before what only resembles it. */
export function arrangeSuggestions({ text, chart, edges, lookups }: Found): Suggestions {
  const chartIds = new Set(chart.map((entity) => entity.id));
  const here = chart.filter((entity) => isFound(entity.caption, text)).slice(0, onChartLimit);
  const exact = lookups.flatMap((hit) => hit.answer.entities).map((node) => ({ node, matched: [] as readonly string[] }));
  const seen = new Set(here.map((entity) => entity.id));
  const others = [...exact, ...edges].filter(({ node }) => !seen.has(node.id) && seen.add(node.id));
  const suggestions = others.map(({ node, matched }) => ({
    entity: node,
    isOnChart: chartIds.has(node.id),
    why: isFound(node.caption, text) ? null : (matched[0] ?? null),
  }));
  return {
    onChart: [...here.map((entity) => ({ entity, isOnChart: true, why: null })), ...suggestions.filter((one) => one.isOnChart)],
    everywhere: suggestions.filter((one) => !one.isOnChart),
  };
}
