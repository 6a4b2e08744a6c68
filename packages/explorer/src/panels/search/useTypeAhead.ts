import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { EntityRecord } from '../../remote/records.ts';
import { lookupQuery, type PointerAnswer, suggestionsQuery } from '../../remote/searchReads.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { isFound } from '../../ui/markMatch.ts';

export interface Suggestion {
  readonly entity: EntityRecord;
  readonly isOnChart: boolean;
  /** Why it was found, in words; null when its caption says so. */
  readonly why: string | null;
}

export interface TypeAhead {
  readonly onChart: readonly Suggestion[];
  readonly everywhere: readonly Suggestion[];
  readonly pointers: readonly PointerAnswer[];
  readonly total: number | null;
  /** The answers belong to the text as it stands. */
  readonly isSettled: boolean;
  readonly error: Error | null;
}

const pause = 120;
const onChartLimit = 4;

/** What may be meant by the typed text: on this chart first, then everything the viewer may see. */
export function useTypeAhead(text: string, chartIds: readonly string[]): TypeAhead {
  const asked = useSettled(text.trim());
  const hits = useQuery(suggestionsQuery(asked));
  const lookup = useQuery(lookupQuery(asked));
  const entities = useRecords((state) => state.entities);

  const onChart = useMemo(() => {
    const known = chartIds.map((id) => entities.get(id)).filter((entity) => entity !== undefined);
    return known.filter((entity) => isFound(entity.caption, text)).slice(0, onChartLimit);
  }, [chartIds, entities, text]);

  const found = asked.length > 1 ? (hits.data?.edges ?? []) : [];
  const exact = lookup.data?.flatMap((hit) => hit.answer.entities) ?? [];
  const chart = new Set(chartIds);
  const first = new Set(onChart.map((entity) => entity.id));
  const others = unique([...exact.map((node) => ({ node, matched: [] as readonly string[] })), ...found], first);
  const suggestions = others.map(({ node, matched }): Suggestion => ({
    entity: node,
    isOnChart: chart.has(node.id),
    why: isFound(node.caption, text) ? null : (matched[0] ?? null),
  }));
  return {
    onChart: [
      ...onChart.map((entity) => ({ entity, isOnChart: true, why: null })),
      ...suggestions.filter((one) => one.isOnChart),
    ],
    everywhere: suggestions.filter((one) => !one.isOnChart),
    pointers: lookup.data?.flatMap((hit) => hit.answer.pointers) ?? [],
    total: hits.data?.totalCount ?? null,
    isSettled: asked === text.trim() && !hits.isFetching && !lookup.isFetching,
    error: hits.error ?? lookup.error,
  };
}

function unique<T extends { readonly node: { readonly id: string } }>(hits: readonly T[], without: ReadonlySet<string>): T[] {
  const seen = new Set(without);
  return hits.filter(({ node }) => !seen.has(node.id) && seen.add(node.id));
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
